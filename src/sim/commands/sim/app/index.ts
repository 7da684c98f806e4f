/** `sim app IMAGE …`: how an image behaves when it is pulled and run. */
import { toBytes, toMilli } from '../../../api/quantity.ts'
import type { ImageBehaviour } from '../../../substrate/index.ts'
import { finished } from '../../execution.ts'
import { Arguments, UsageError } from '../arguments.ts'
import type { SimVerb } from '../verb.ts'

const options = [
  '--start',
  '--ready',
  '--stop',
  '--crash-after',
  '--exit-code',
  '--memory',
  '--memory-per-request',
  '--leak-per-request',
  '--cpu-per-request',
  '--cpu-spread',
  '--cpu-idle',
  '--error-rate',
  '--pull',
  '--size',
]

const verb: SimVerb = {
  usage: [
    'sim app IMAGE [--pull 1s] [--size 50Mi] [--start 1s] [--ready 0s] [--stop 1s]',
    '    [--crash-after 40s] [--exit-code 1] [--error-rate 1/200] [--cpu-per-request 10ms] [--cpu-spread constant|exponential]',
    '    [--cpu-idle 1m] [--memory 64Mi] [--memory-per-request 1Mi] [--leak-per-request 10Ki]',
  ].join('\n'),
  run(args, { engine }) {
    const given = new Arguments(args, options)
    const image = given.one('IMAGE')
    const described = changesOf(given)
    if (Object.keys(described).length === 0) throw new UsageError(`say how it behaves: ${options.join(', ')}`)
    engine.substrate.images.describe(image, described)
    return finished(0, `image ${image} described\n`)
  },
}
export default verb

/** A container that crashes does so with code 1 unless told otherwise; with 0 its work is done. */
function changesOf(given: Arguments): Partial<ImageBehaviour> {
  const exitAfter = given.duration('--crash-after')
  const cpu = given.seconds('--cpu-per-request')
  const idle = given.quantity('--cpu-idle')
  return present({
    pull: given.duration('--pull'),
    start: given.duration('--start'),
    ready: given.duration('--ready'),
    stop: given.duration('--stop'),
    exitAfter,
    exitCode: given.integer('--exit-code', 0, 255) ?? (exitAfter === undefined ? undefined : 1),
    cpuPerRequestMicros: cpu === undefined ? undefined : Math.round(cpu * 1_000_000),
    cpuSpread:
      given.text('--cpu-spread') === undefined
        ? undefined
        : given.choice('--cpu-spread', spreads, 'constant'),
    idleCpuMicros: idle === undefined ? undefined : toMilli(idle) * 1000,
    memoryBytes: bytes(given, '--memory'),
    memoryPerRequestBytes: bytes(given, '--memory-per-request'),
    leakPerRequestBytes: bytes(given, '--leak-per-request'),
    sizeBytes: bytes(given, '--size'),
    errorEvery: errorEvery(given.text('--error-rate')),
  })
}

const spreads = ['constant', 'exponential'] as const

function bytes(given: Arguments, option: string): number | undefined {
  const quantity = given.quantity(option)
  return quantity === undefined ? undefined : toBytes(quantity)
}

/** "1/200": one request in two hundred fails; "0": none. */
function errorEvery(rate: string | undefined): number | undefined {
  if (rate === undefined) return undefined
  if (rate === '0') return 0
  const match = /^1\/([1-9]\d{0,8})$/.exec(rate)
  if (match === null) throw new UsageError(`--error-rate must look like 1/200, or be 0, not "${rate}"`)
  return Number(match[1])
}

function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
