import { beforeEach, describe, expect, it } from 'vitest'
import { nobodyLooks } from '../lab/frame/format.ts'
import { Host } from './host.ts'
import {
  type Answers,
  type Clock,
  clockAt,
  type Message,
  type Request,
  type Save,
  unpacked,
} from './protocol.ts'

/** A host whose time a test lets pass, and what it said. */
class Bench {
  readonly said: Message[] = []
  clock = 0
  #ids = 0
  readonly host: Host

  /** `step`: milliseconds that go by whenever the host asks for the time. */
  constructor(step = 0) {
    this.host = new Host(
      (message) => this.said.push(message),
      () => {
        this.clock += step
        return this.clock
      },
    )
  }

  async ask<T extends keyof Answers>(request: Record<string, unknown> & { type: T }): Promise<Answers[T]> {
    const id = ++this.#ids
    await this.host.hear({ ...request, id } as unknown as Request)
    const answer = this.said.findLast(
      (message) => (message.type === 'answer' || message.type === 'refused') && message.id === id,
    )
    if (answer?.type === 'refused') throw new Error(answer.en)
    if (answer?.type !== 'answer') throw new Error('no answer')
    return answer.value as Answers[T]
  }

  tell(request: Request): Promise<void> {
    return this.host.hear(request)
  }

  /** Real seconds, in slices of 16 ms. */
  async pass(seconds: number): Promise<void> {
    for (let at = 0; at < seconds * 1000; at += 16) {
      this.clock += 16
      this.host.elapse(16)
      await this.host.hear({ type: 'drawn' })
    }
  }

  get frame() {
    const last = this.said.findLast((message) => message.type === 'frame')
    if (last?.type !== 'frame') throw new Error('no frame')
    return unpacked(last)
  }

  /** As a page keeps it: with most frames only time passes. */
  get clockShown(): Clock {
    return this.said.reduce<Clock>(
      (known, message) =>
        message.type === 'frame' ? (message.clock ?? clockAt(known, unpacked(message).tick)) : known,
      {} as Clock,
    )
  }

  get tick(): number {
    return this.frame.tick
  }
}

let bench: Bench

beforeEach(() => {
  bench = new Bench()
})

const deployment = 'kubectl create deployment web --image=nginx --replicas=3'

describe('the host of the engine', () => {
  it('shows a world before anything else, and paused', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox', lines: ['sim cluster --nodes 2'] } })
    expect(bench.frame.whole).toBe(true)
    expect(bench.frame.nodes.changed.map(({ name }) => name)).toEqual(['node-1', 'node-2'])
    await bench.pass(1)
    expect(bench.tick).toBe(0)
  })

  it('lets time pass at the speed asked for', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox', lines: ['sim cluster'] } })
    await bench.tell({ type: 'speed', speed: 4 })
    await bench.tell({ type: 'play' })
    await bench.pass(2)
    expect(bench.tick).toBeGreaterThanOrEqual(79)
    expect(bench.tick).toBeLessThanOrEqual(81)
  })

  it('goes slower than a tick a slice, too', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox', lines: ['sim cluster'] } })
    await bench.tell({ type: 'speed', speed: 0.25 })
    await bench.tell({ type: 'play' })
    await bench.pass(2)
    expect(bench.tick).toBe(5)
  })

  it('sends no frame before the last has been drawn', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox', lines: ['sim cluster'] } })
    await bench.tell({ type: 'play' })
    const before = bench.said.filter(({ type }) => type === 'frame').length
    for (let i = 0; i < 50; i++) bench.host.elapse(100)
    expect(bench.said.filter(({ type }) => type === 'frame').length - before).toBeLessThanOrEqual(1)
  })

  it('moves time for a line that blocks, and stands still again when it ends', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox', lines: ['sim cluster'] } })
    await bench.ask({ type: 'line', line: deployment })
    void bench.tell({ type: 'line', id: 99, line: 'kubectl rollout status deployment/web' })
    await bench.pass(20)
    const answer = bench.said.find((message) => message.type === 'answer' && message.id === 99)
    expect(answer).toMatchObject({ value: { exit: 0 } })
    const { tick } = bench
    await bench.pass(2)
    expect(bench.tick).toBe(tick)
  })

  it('opens what it saved at the same moment with the same hash', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox' } })
    await bench.ask({ type: 'line', line: 'kubectl scale deployment/web --replicas=7' })
    await bench.tell({ type: 'play' })
    await bench.pass(1.5)
    await bench.tell({ type: 'pause' })
    const hash = await bench.ask({ type: 'hash' })
    const save: Save = await bench.ask({ type: 'save' })
    const { code } = await bench.ask({ type: 'link' })
    const other = new Bench()
    await other.ask({ type: 'open', opening: { what: 'save', save: JSON.parse(JSON.stringify(save)) } })
    expect(await other.ask({ type: 'hash' })).toBe(hash)
    expect((await other.ask({ type: 'open', opening: { what: 'link', code } })).shared).toBe(true)
    expect(await other.ask({ type: 'hash' })).toBe(hash)
  })

  it('opens a link with the lens, the speed and the object that its maker looked at', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox' } })
    const first = bench.frame.nodes.changed[0]?.slot ?? 0
    await bench.tell({ type: 'lens', lens: 'map' })
    await bench.tell({ type: 'speed', speed: 4 })
    await bench.tell({ type: 'inspect', slot: first })
    const { code } = await bench.ask({ type: 'link' })
    const { seen } = await new Bench().ask({ type: 'open', opening: { what: 'link', code } })
    expect(seen).toEqual({ lens: 'map', speed: 4, selected: first })
  })

  it('keeps the world that is open when a link is broken', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox' } })
    const hash = await bench.ask({ type: 'hash' })
    await expect(bench.ask({ type: 'open', opening: { what: 'link', code: 'rubbish' } })).rejects.toThrow()
    expect(await bench.ask({ type: 'hash' })).toBe(hash)
  })

  it('jumps over quiet time to the next change', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox' } })
    await bench.ask({ type: 'line', line: 'sim node fail node-1' })
    const { tick } = bench
    await bench.pass(0.1)
    await bench.tell({ type: 'run-until', stop: 'node-failed' })
    await bench.pass(1)
    expect((bench.tick - tick) / 10).toBeGreaterThan(35)
    expect((bench.tick - tick) / 10).toBeLessThan(60)
  })

  it('comes to the same hash after going back and running on', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox' } })
    await bench.ask({ type: 'line', line: 'kubectl scale deployment/web --replicas=6' })
    await bench.tell({ type: 'play' })
    await bench.pass(3)
    await bench.tell({ type: 'pause' })
    const end = bench.tick
    const hash = await bench.ask({ type: 'hash' })
    await bench.tell({ type: 'seek', tick: end - 25 })
    await bench.tell({ type: 'drawn' })
    expect(bench.frame.whole).toBe(true)
    await bench.tell({ type: 'seek', tick: end })
    expect(await bench.ask({ type: 'hash' })).toBe(hash)
  })

  it('undoes the last line', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox' } })
    const hash = await bench.ask({ type: 'hash' })
    await bench.ask({ type: 'line', line: 'kubectl scale deployment/web --replicas=6' })
    await bench.pass(0.1)
    expect(bench.clockShown.undo).toBe('kubectl scale deployment/web --replicas=6')
    await bench.ask({ type: 'line', line: 'sim undo' })
    await bench.pass(0.1)
    expect(await bench.ask({ type: 'hash' })).toBe(hash)
    expect(bench.clockShown.undo).toBeUndefined()
  })
})

describe('a world that takes long to set up', () => {
  const lines = ['sim cluster --nodes 2', deployment, 'sim wait 60s']

  /** Time goes by whenever somebody asks for it. */
  async function opened() {
    bench = new Bench(1000)
    await bench.ask({ type: 'open', opening: { what: 'sandbox', lines } })
    await bench.tell({ type: 'drawn' })
    expect(bench.clockShown).toMatchObject({ filling: true, seeking: true })
  }

  it('is shown while it fills, and is what it would have been', async () => {
    await opened()
    expect(bench.frame.nodes.changed.length + bench.frame.pods.length).toBeGreaterThan(0)
    while (bench.host.isBusy) await bench.pass(0.016)
    expect(bench.clockShown).toMatchObject({ filling: false, seeking: false, tick: 600 })
    const hash = await bench.ask({ type: 'hash' })
    bench = new Bench()
    await bench.ask({ type: 'open', opening: { what: 'sandbox', lines } })
    expect(await bench.ask({ type: 'hash' })).toBe(hash)
  })

  it('is shown as soon as its first machines are there', async () => {
    const many = ['sim cluster --nodes 250']
    bench = new Bench(1000)
    await bench.ask({ type: 'open', opening: { what: 'sandbox', lines: many } })
    await bench.tell({ type: 'drawn' })
    expect([bench.clockShown.filling, bench.frame.nodes.changed.length]).toEqual([true, 150])
    while (bench.host.isBusy) await bench.pass(0.016)
    const hash = await bench.ask({ type: 'hash' })
    bench = new Bench()
    await bench.ask({ type: 'open', opening: { what: 'sandbox', lines: many } })
    expect(await bench.ask({ type: 'hash' })).toBe(hash)
  })

  it('is shown on its way to where its reader left it, and comes to the same', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox', lines } })
    await bench.ask({ type: 'line', line: 'kubectl scale deployment/web --replicas=5' })
    await bench.tell({ type: 'play' })
    await bench.pass(3)
    await bench.tell({ type: 'pause' })
    const { tick } = bench
    const hash = await bench.ask({ type: 'hash' })
    const save = await bench.ask({ type: 'save' })
    bench = new Bench(1000)
    const { notice } = await bench.ask({ type: 'open', opening: { what: 'save', save, template: 'planet' } })
    expect(notice).toBeUndefined()
    expect(bench.clockShown.filling).toBe(true)
    await bench.tell({ type: 'drawn' })
    while (bench.host.isBusy) await bench.pass(0.016)
    expect(bench.clockShown).toMatchObject({ filling: false, tick })
    expect(await bench.ask({ type: 'hash' })).toBe(hash)
  })

  it('takes no lines until then, and says why', async () => {
    await opened()
    await expect(bench.ask({ type: 'line', line: 'kubectl get pods' })).rejects.toThrow(/still being set up/)
  })

  it('stays as it is when one does not want to wait, and goes back to that', async () => {
    await opened()
    await bench.tell({ type: 'interrupt' })
    await bench.tell({ type: 'drawn' })
    const { tick } = bench
    expect(tick).toBeLessThan(600)
    expect(bench.clockShown).toMatchObject({ filling: false, playing: false })
    expect(bench.host.isActive).toBe(false)
    const hash = await bench.ask({ type: 'hash' })
    await bench.ask({ type: 'line', line: 'kubectl scale deployment/web --replicas=5' })
    await bench.tell({ type: 'play' })
    await bench.pass(2)
    await bench.tell({ type: 'reset' })
    expect(await bench.ask({ type: 'hash' })).toBe(hash)
  })
})

describe('a line that reads very much', () => {
  const objects = Array.from(
    { length: 4500 },
    (_, i) => `{kind: ConfigMap, apiVersion: v1, metadata: {name: c-${i}}}`,
  )
  const lines = ['sim cluster', `kubectl apply -f - <<EOF\n${objects.join('\n---\n')}\nEOF`]
  const printed = () =>
    bench.said.flatMap((message) => (message.type === 'printed' && message.id === 900 ? [message] : []))
  const answered = (id: number) =>
    bench.said.some((message) => message.type === 'answer' && message.id === id)

  beforeEach(async () => {
    bench = new Bench(50)
    await bench.ask({ type: 'open', opening: { what: 'sandbox', lines } })
    while (bench.clockShown.filling) await bench.pass(0.016)
    await bench.tell({ type: 'line', id: 900, line: 'kubectl get configmaps' })
  })

  it('is heard beside, lets no time pass, and hands over what a page shows', async () => {
    expect([answered(900), bench.host.isBusy]).toEqual([false, true])
    const { tick } = bench
    await bench.tell({ type: 'complete', id: 901, text: 'kubectl get no' })
    expect([answered(901), answered(900)]).toEqual([true, false])
    await bench.pass(1)
    expect([answered(900), bench.host.isBusy, bench.tick]).toEqual([true, false, tick])
    const { text, omitted } = printed().reduce(
      (all, one) => ({ text: all.text + one.text, omitted: all.omitted + (one.omitted ?? 0) }),
      { text: '', omitted: 0 },
    )
    expect(text.length).toBeGreaterThan(99_900)
    expect(text.length).toBeLessThanOrEqual(100_000)
    expect(text.endsWith('\n')).toBe(true)
    expect(omitted).toBeGreaterThan(30_000)
  })

  it('counts what is not even kept', async () => {
    await bench.pass(1)
    bench.said.length = 0
    await bench.tell({ type: 'line', id: 900, line: 'kubectl get configmaps -o json' })
    await bench.pass(2)
    expect(answered(900)).toBe(true)
    expect(printed().reduce((sum, { omitted = 0 }) => sum + omitted, 0)).toBeGreaterThan(1_000_000)
  })

  it('ends where it is when it is interrupted', async () => {
    await bench.tell({ type: 'interrupt' })
    expect([answered(900), bench.host.isBusy, printed()]).toEqual([true, false, []])
    const answer = bench.said.findLast((message) => message.type === 'answer')
    expect(answer).toMatchObject({ value: { exit: 130, stdout: '' } })
  })
})

describe('very many gaps', () => {
  const lines = [
    'sim cluster --nodes 1',
    'sim limit controller-manager --qps 5000 --burst 5000',
    'kubectl create deployment web --image=web --replicas=6000',
  ]
  /** What was told of them since the look began. */
  const lists = () =>
    bench.said.flatMap((message) => (message.type === 'frame' ? (unpacked(message).gaps ?? []) : []))
  const told = () => lists().map(({ changed }) => changed.reduce((sum, { count }) => sum + count, 0))

  beforeEach(async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox', lines } })
    await bench.tell({ type: 'line', id: 800, line: 'sim wait 20s' })
    await bench.pass(0.1)
    bench.said.length = 0
    await bench.tell({ type: 'drawn' })
    await bench.tell({ type: 'attend', attention: { ...nobodyLooks, gaps: true } })
  })

  it('are looked at some at a time, while no time passes and requests are heard', async () => {
    const { tick } = bench
    expect([told(), bench.host.isBusy]).toEqual([[], true])
    await bench.tell({ type: 'play' })
    await bench.tell({ type: 'drawn' })
    bench.host.elapse(16)
    await bench.tell({ type: 'drawn' })
    expect(told()).toHaveLength(1)
    expect(told()[0]).toBeGreaterThan(5000)
    expect([bench.tick, bench.host.isBusy]).toEqual([tick, false])
  })

  it('are looked at anew where a line comes in between', async () => {
    await bench.tell({ type: 'line', id: 900, line: 'sim control-plane stop scheduler' })
    await bench.tell({ type: 'drawn' })
    for (let i = 0; i < 9 && bench.host.isBusy; i++) await bench.pass(0.016)
    const { changed = [] } = lists()[0] ?? {}
    const unbound = changed.filter(({ oldest }) => oldest.field === 'nodeName')
    expect(unbound).toMatchObject([{ waitingFor: { reason: 'asleep' } }])
    expect(unbound[0]?.count).toBeGreaterThan(5000)
  })
})
