/** `sim traffic TARGET --rps …`: sets a load, or changes the one there is. */
import { type Tick, ticksOf } from '../../../core/clock.ts'
import { type Shape, shapes, type Users } from '../../../substrate/index.ts'
import { type Execution, finished, type Session } from '../../execution.ts'
import { Arguments, durationSeconds, UsageError } from '../arguments.ts'
import { targetOf, usualOrigin } from './target.ts'

const options = [
  '--rps',
  '--shape',
  '--peak',
  '--over',
  '--after',
  '--clients',
  '--timeout',
  '--retries',
  '--from',
  '--users',
  '--think',
  '-n',
  '--namespace',
]

/** Each request is played, so there is an end to what can be. */
const mostRps = 100_000
const mostUsers = 10_000
const mostClients = 100_000
const mostRetries = 7
const longestTimeout = 300

export function setLoad(args: readonly string[], session: Session): Execution {
  const given = new Arguments(args, options)
  const namespace = given.text('-n') ?? given.text('--namespace') ?? 'default'
  const target = targetOf(given.one('TARGET'), namespace)
  const usual = usualOrigin(target, session)
  const manner = mannerOf(given)
  session.engine.substrate.loads.set({
    id: target.id,
    target: target.target,
    from: given.choice('--from', ['inside', 'outside'], usual),
    since: session.engine.state.tick,
    because: session.cause.last,
    clients: given.integer('--clients', 1, mostClients) ?? 100,
    timeoutMicros: timeoutOf(given),
    retries: given.integer('--retries', 0, mostRetries) ?? 0,
    ...manner,
  })
  return finished(0, `traffic to ${target.text}: ${describe(manner)}\n`)
}

type Manner = { readonly shape: Shape } | { readonly users: Users }

function mannerOf(given: Arguments): Manner {
  const count = given.integer('--users', 1, mostUsers)
  if (count === undefined) return { shape: shapeOf(given) }
  for (const option of ['--rps', '--shape', '--peak'] as const)
    if (given.text(option) !== undefined)
      throw new UsageError(
        `--users ask one after the other, and ${option} is for requests that come by themselves`,
      )
  return { users: Object.freeze({ count, thinkMicros: (given.seconds('--think') ?? 1) * 1_000_000 }) }
}

function shapeOf(given: Arguments): Shape {
  const [name = 'const', steps] = (given.text('--shape') ?? 'const').split(/:(.*)/s)
  const shape = shapes.find((one) => one === name)
  if (shape === undefined) throw new UsageError(`--shape must be one of ${shapes.join(', ')}, not "${name}"`)
  if ((shape === 'step') !== (steps !== undefined))
    throw new UsageError('--shape step is told its steps: step:0s=50,30s=200')
  const rps = shape === 'step' ? 0 : rateOf(given, '--rps')
  if (rps === undefined) throw new UsageError('say how many: --rps or --users')
  return Object.freeze({
    name: shape,
    rps,
    peak: rateOf(given, '--peak') ?? rps * 5,
    over: Math.max(1, given.duration('--over') ?? ticksOf(60)),
    after: given.duration('--after') ?? 0,
    steps: steps === undefined ? [] : stepsOf(steps),
  })
}

function rateOf(given: Arguments, option: string): number | undefined {
  const text = given.text(option)
  return text === undefined ? undefined : rate(text, option)
}

function rate(text: string, option: string): number {
  const value = Number(text)
  if (/^\d+(\.\d+)?$/.test(text) && value <= mostRps) return value
  throw new UsageError(`${option} must be a number of requests a second up to ${mostRps}, not "${text}"`)
}

/** "0s=50,30s=200": from then on, so many. */
function stepsOf(text: string): readonly { readonly at: Tick; readonly rps: number }[] {
  const steps = text.split(',').map((part) => {
    const [time = '', rps = ''] = part.split('=')
    const seconds = durationSeconds(time)
    if (seconds === undefined) throw new UsageError(`--shape step: "${part}" is not like 30s=200`)
    return Object.freeze({ at: ticksOf(seconds), rps: rate(rps, '--shape step') })
  })
  return Object.freeze(steps.toSorted((a, b) => a.at - b.at))
}

function timeoutOf(given: Arguments): number {
  const seconds = given.seconds('--timeout') ?? 1
  if (seconds > 0 && seconds <= longestTimeout) return Math.round(seconds * 1_000_000)
  throw new UsageError(`--timeout must be more than 0 and at most ${longestTimeout}s`)
}

function describe(manner: Manner): string {
  if ('users' in manner) return `${manner.users.count} users`
  const { name, rps, peak, steps } = manner.shape
  if (name === 'step') return steps.map((step) => `${step.rps} rps after ${step.at / 10}s`).join(', ')
  if (name === 'const') return `${rps} rps`
  return name === 'ramp' ? `ramp to ${rps} rps` : `${name} from ${rps} to ${peak} rps`
}
