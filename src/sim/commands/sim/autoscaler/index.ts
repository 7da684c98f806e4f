/** `sim autoscaler …`: pools that size themselves. */
import {
  type AutoscalerOptions,
  defaultAutoscalerOptions,
  expanders,
} from '../../../client/autoscalerOptions.ts'
import type { CloudProvider } from '../../../client/cloudProvider.ts'
import { finished } from '../../execution.ts'
import { Arguments, UsageError } from '../arguments.ts'
import { cloudOf } from '../pool/pools.ts'
import type { SimVerb } from '../verb.ts'

/** Options that are durations, and what they set. */
const durations = {
  '--scale-down-unneeded': 'unneededTime',
  '--scale-down-unready': 'unreadyTime',
  '--delay-after-add': 'delayAfterAdd',
  '--delay-after-delete': 'delayAfterDelete',
  '--delay-after-failure': 'delayAfterFailure',
  '--max-node-provision': 'maxProvisionTime',
  '--backoff': 'backOff',
} as const satisfies Readonly<Record<string, keyof AutoscalerOptions>>

const component = 'cluster-autoscaler'

const verb: SimVerb = {
  usage: [
    `sim autoscaler on [--expander ${expanders.join('|')}] [--priorities gold=10,silver=5]`,
    '    [--utilization-threshold 0.5] [--scale-down-unneeded 10m] [--scale-down-unready 20m]',
    '    [--delay-after-add 10m] [--delay-after-delete 10s] [--delay-after-failure 3m]',
    '    [--max-node-provision 15m] [--backoff 5m]',
    '    [--skip-local-storage true|false] [--skip-system-pods true|false]',
    'sim autoscaler off',
  ].join('\n'),
  run([action = '', ...args], session) {
    const cloud = cloudOf(session)
    const { state, profile } = session.engine
    if (action === 'off') {
      noWords(new Arguments(args, []))
      cloud.autoscaler = undefined
      return finished(0, 'autoscaler is off\n')
    }
    if (action !== 'on') throw new UsageError('say what to do: off, on')
    cloud.autoscaler = optionsOf(args, cloud, defaultAutoscalerOptions(profile))
    const timer = { owner: component, key: 'look', tag: 0, cause: session.cause }
    state.timers.set(state.tick + 1, timer)
    return finished(0, 'autoscaler is on\n')
  },
}
export default verb

function optionsOf(
  args: readonly string[],
  cloud: CloudProvider,
  usual: AutoscalerOptions,
): AutoscalerOptions {
  const given = new Arguments(args, [
    '--expander',
    '--priorities',
    '--utilization-threshold',
    '--skip-local-storage',
    '--skip-system-pods',
    ...Object.keys(durations),
  ])
  noWords(given)
  const times = Object.entries(durations).flatMap(([option, field]) => {
    const ticks = given.duration(option)
    return ticks === undefined ? [] : [[field, ticks] as const]
  })
  return {
    ...usual,
    ...Object.fromEntries(times),
    expander: given.choice('--expander', expanders, usual.expander),
    priorities: prioritiesOf(given.text('--priorities'), cloud),
    utilizationThreshold: shareOf(given) ?? usual.utilizationThreshold,
    skipsLocalStorage: given.choice('--skip-local-storage', ['true', 'false'], 'true') === 'true',
    skipsSystemPods: given.choice('--skip-system-pods', ['true', 'false'], 'true') === 'true',
  }
}

function noWords({ words }: Arguments): void {
  const [word] = words
  if (word !== undefined) throw new UsageError(`what is "${word}"?`)
}

/** "gold=10,silver=5" */
function prioritiesOf(text: string | undefined, cloud: CloudProvider): Readonly<Record<string, number>> {
  const pairs = (text === undefined ? [] : text.split(',')).map((pair) => {
    const [, pool = '', number = ''] = /^([^=]+)=(\d+)$/.exec(pair) ?? []
    if (number === '') throw new UsageError(`--priorities must look like gold=10,silver=5, not "${text}"`)
    if (cloud.pool(pool) === undefined) throw new UsageError(`there is no pool "${pool}"`)
    return [pool, Number(number)] as const
  })
  return Object.fromEntries(pairs)
}

function shareOf(given: Arguments): number | undefined {
  const text = given.text('--utilization-threshold')
  if (text === undefined) return undefined
  const share = Number(text)
  if (/^[01](\.\d+)?$/.test(text) && share <= 1) return share
  throw new UsageError(`--utilization-threshold must be a number from 0 to 1, not "${text}"`)
}
