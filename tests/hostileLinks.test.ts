/** Links and files that somebody made to hurt, or that broke on the way: refused in words, soon, and nothing is opened. */
import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  caps,
  decodeLink,
  encodeLink,
  openSave,
  readSave,
  readSaveText,
  SaveError,
} from '../src/lab/link/index.ts'

const save = {
  v: 1,
  cluster: 'sim cluster --nodes 2',
  seed: 7,
  log: [
    [0, 'kubectl create deployment web --image=nginx:1.27 --replicas=2'],
    [40, 'kubectl apply -f -', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: apart}'],
  ],
  at: 60,
  view: { step: 1, lens: 'loop', select: 'deployment/web', speed: 0.25 },
} as const

const mostWork = 200_000

function packed(text: string): string {
  return deflateRawSync(text).toString('base64url')
}

/** The English words of the refusal; fails where there is none, or none in Korean. */
async function refusal(work: () => unknown): Promise<string> {
  try {
    await work()
  } catch (error) {
    expect(error).toBeInstanceOf(SaveError)
    const { en, ko } = (error as SaveError).text
    expect(ko).toMatch(/[가-힣]/)
    return en
  }
  throw new Error('it was not refused')
}

const linkRefusal = (value: unknown) => refusal(() => decodeLink(packed(JSON.stringify(value))))

describe('a link is refused', () => {
  it.each([
    ['', /missing or damaged/],
    ['#k=', /missing or damaged/],
    ['https://example.org/#k=<script>alert(1)</script>', /missing or damaged/],
    ['한글', /missing or damaged/],
    ['A', /missing or damaged/],
    ['A'.repeat(caps.code + 1), /longer than any/],
    ['AAAA', /damaged/],
    [packed(JSON.stringify(save)).slice(0, -6), /damaged/],
    [packed('{"v":1'), /damaged/],
    [packed(''), /damaged/],
    [deflateRawSync(Buffer.from([0xff, 0xfe, 0x00])).toString('base64url'), /damaged/],
  ])('%#: %.30s', async (code, why) => {
    expect(await refusal(() => decodeLink(code))).toMatch(why)
  })

  it.each([
    ['nothing', null, /"v"/],
    ['a number', 1, /"v"/],
    ['a list', [], /"v"/],
    ['no version', { ...save, v: undefined }, /"v"/],
    ['a version of text', { ...save, v: '1' }, /"v"/],
    ['a version to come', { v: 2, worlds: [] }, /newer Kubeloop \(format 2\)/],
    ['no world', { ...save, cluster: undefined }, /"scenario"/],
    ['two worlds', { ...save, scenario: 'desired-vs-actual' }, /"cluster"/],
    ['a world of another line', { ...save, cluster: 'kubectl delete ns default' }, /"cluster"/],
    ['a scenario out of the folder', { ...save, cluster: undefined, scenario: '../../etc' }, /"scenario"/],
    ['a scenario from the prototype', { ...save, cluster: undefined, scenario: '__proto__' }, /"scenario"/],
    ['half a seed', { ...save, seed: 0.5 }, /"seed"/],
    ['a seed of text', { ...save, seed: '7' }, /"seed"/],
    ['time before the beginning', { ...save, at: -1 }, /"at"/],
    ['time after the end', { ...save, at: 2 ** 31 }, /"at"/],
    ['half a tick', { ...save, log: [[0.5, 'sim heal']] }, /"log\.0/],
    ['a log of text', { ...save, log: 'sim heal' }, /"log"/],
    [
      'a log that goes back',
      {
        ...save,
        log: [
          [5, 'sim heal'],
          [4, 'sim heal'],
        ],
      },
      /"log"/,
    ],
    ['an endless log', { ...save, log: Array.from({ length: 20_001 }, () => [0, 'sim heal']) }, /"log"/],
    ['an endless line', { ...save, log: [[0, `kubectl ${'x'.repeat(4_000)}`]] }, /"log\.0/],
    ['an empty line', { ...save, log: [[0, '  ']] }, /"log\.0/],
    [
      'an endless manifest',
      { ...save, log: [[0, 'kubectl apply -f -', 'x'.repeat(512 * 1024 + 1)]] },
      /"log\.0/,
    ],
    ['a line that is an object', { ...save, log: [[0, { toString: 'x' }]] }, /"log\.0/],
    ['an unknown profile', { ...save, profile: 'fast' }, /"profile"/],
    ['an engine of markup', { ...save, engine: '<img src=x>' }, /"engine"/],
    ['too many files', { ...save, files: Array.from({ length: 101 }, () => ['a', 'b']) }, /"files"/],
  ])('with %s', async (_, value, why) => {
    expect(await linkRefusal(value)).toMatch(why)
  })

  it('before a bomb has gone off', async () => {
    const bomb = deflateRawSync(Buffer.alloc(45 * 1024 * 1024, ' ')).toString('base64url')
    expect(bomb.length).toBeLessThan(caps.code)
    const before = process.memoryUsage().arrayBuffers
    expect(await refusal(() => decodeLink(bomb))).toMatch(/more than 2 MB/)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024)
  })

  it('when its brackets are nested without end', async () => {
    expect(await refusal(() => decodeLink(packed('['.repeat(1_000_000))))).toMatch(/damaged/)
    const nested = `{"v":1,"cluster":"sim cluster","seed":1,"at":0,"log":[],"view":{"guide":${'['.repeat(5e5)}${']'.repeat(5e5)}}}`
    expect((await decodeLink(packed(nested)).catch(() => ({ view: {} }))).view).toEqual({})
  })
})

describe('a file is refused', () => {
  it.each([
    ['x'.repeat(caps.inflated + 1), /more than 2 MB/],
    ['apiVersion: v1', /not a Kubeloop recording/],
    ['<html></html>', /not a Kubeloop recording/],
    ['{}', /"v"/],
  ])('%#: %.20s', async (text, why) => {
    expect(await refusal(() => readSaveText(text))).toMatch(why)
  })
})

describe('a save that is sound to look at', () => {
  const opened =
    (changes: object, most = mostWork) =>
    () =>
      openSave(readSave({ ...save, ...changes }), { mostWork: most })

  it('is refused when its cluster cannot be made', async () => {
    expect(await refusal(opened({ cluster: 'sim cluster --nodes 99999999' }))).toMatch(/--nodes/)
    expect(await refusal(opened({ cluster: 'sim cluster --cpu "' }))).toMatch(/"cluster"/)
  })

  it('is given up when building its world takes too much work', async () => {
    const busy = { log: [[0, 'kubectl create deployment web --image=nginx --replicas=200000']] }
    const heavy = { ...busy, cluster: 'sim cluster --nodes 100', at: 2 ** 31 - 1 }
    expect(await refusal(opened(heavy, 20_000))).toMatch(/too much work/)
  })

  it('opens years later when nothing happens in them', () => {
    const { sitting } = opened({ log: [], cluster: 'sim cluster --nodes 0', at: 10 * 86_400 * 365 })()
    expect(sitting.world.tick).toBe(10 * 86_400 * 365)
  })

  it.each([-20_000, -1, 0, 1, 2, 20_000])('stands at a place that there is, applied %d', (applied) => {
    const { sitting } = opened({ applied, at: 40 })()
    expect(sitting.position).toEqual({ tick: 40, applied: Math.min(Math.max(applied, 1), 2) })
  })

  it('loses a broken view and keeps its world', () => {
    const view = {
      step: -1,
      lens: 'x',
      select: 'a'.repeat(301),
      speed: 'fast',
      __proto__: { polluted: true },
    }
    expect(readSave({ ...save, view })).toEqual({ ...readSave(save), view: {} })
    expect(readSave({ ...save, view: 'nowhere' }).view).toBeUndefined()
  })

  it('reads no file of the one who opens it', () => {
    const log = [[0, 'kubectl apply -f /etc/passwd']]
    const { notice, sitting } = openSave(readSave({ ...save, log }), {
      sitting: { readFile: () => 'apiVersion: v1\nkind: Namespace\nmetadata: {name: leaked}' },
    })
    expect(notice?.en).toMatch(/did nothing here/)
    expect(sitting.evaluate("size(pods('app=web')) == 0")).toBe(true)
  })
})

describe('whatever a link holds', () => {
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)

  it(`it is opened or refused in words, with seed ${seed}`, async () => {
    await fc.assert(
      fc.asyncProperty(anyCode, async (code) => {
        await decodeLink(code).then(
          (read) => openOrRefuse(read),
          (error) => expect(error).toBeInstanceOf(SaveError),
        )
      }),
      { seed, numRuns: 400 },
    )
  })

  it(`it comes back as it went, with seed ${seed}`, async () => {
    await fc.assert(
      fc.asyncProperty(anySave, async (value) => {
        const read = readSave(value)
        expect(await decodeLink(await encodeLink(read))).toEqual(read)
      }),
      { seed, numRuns: 100 },
    )
  })
})

function openOrRefuse(read: ReturnType<typeof readSave>): void {
  try {
    openSave(read, { mostWork })
  } catch (error) {
    expect(error).toBeInstanceOf(SaveError)
  }
}

const words = [
  'kubectl',
  'sim',
  'scale',
  'delete',
  'node',
  'fail',
  'apply',
  '-f',
  '-',
  'deployment/web',
  '--replicas=3',
]
const anyLine = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }).filter((line) => /\S/.test(line)),
  fc
    .array(fc.constantFrom(...words, '"', "'", '\\', '$(x)', 'pod', '-l', 'app=web'), { minLength: 1 })
    .map((some) => some.join(' ')),
)
const anySave = fc.record(
  {
    v: fc.constant(1),
    cluster: fc.constantFrom(
      'sim cluster',
      'sim cluster --nodes 1 --profile classroom',
      'sim cluster --nodes 1 --nodes 2',
    ),
    seed: fc.nat(2 ** 32 - 1),
    profile: fc.constantFrom('real', 'classroom'),
    log: fc
      .array(fc.tuple(fc.nat(300), anyLine, fc.oneof(fc.constant(undefined), fc.string({ unit: 'binary' }))))
      .map((log) => log.sort(([a], [b]) => a - b)),
    at: fc.nat(400),
    applied: fc.integer({ min: -10, max: 10 }),
  },
  { requiredKeys: ['v', 'cluster', 'seed', 'log', 'at'] },
)
/** Noise; a sound link with a few letters changed; a sound shape with unsound parts; a sound save of strange lines. */
const anyCode = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'AZaz09-_=+/#k') }),
  fc.tuple(fc.nat(200), fc.constantFrom(...'AZaz09-_')).map(([at, letter]) => {
    const code = packed(JSON.stringify(save))
    return code.slice(0, at) + letter + code.slice(at + 1)
  }),
  fc.json().map(packed),
  fc
    .dictionary(fc.constantFrom(...Object.keys(save), 'applied', 'files'), fc.anything())
    .map((parts) => packed(json({ ...save, ...parts }))),
  anySave.map((one) => packed(JSON.stringify(one))),
)

function json(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    return 'null'
  }
}
