/** How a load was set: what the line that set it said, for a control that shows it and changes it. */
import { ticksPerSecond } from '../../../sim/core/clock.ts'
import type { Load, Shape } from '../../../sim/substrate/index.ts'
import type { LoadSetting } from './format.ts'

export function settingOf({ shape, users, timeoutMicros, retries, clients }: Load): LoadSetting {
  return {
    ...(shape === undefined ? {} : { shape: shapeOf(shape) }),
    ...(users === undefined ? {} : { users: { count: users.count, think: users.thinkMicros / 1_000_000 } }),
    timeout: timeoutMicros / 1_000_000,
    retries,
    clients,
  }
}

function shapeOf({ name, rps, peak, over, after, steps }: Shape): NonNullable<LoadSetting['shape']> {
  return {
    name,
    rps,
    peak,
    over: over / ticksPerSecond,
    after: after / ticksPerSecond,
    steps: steps.map((step) => `${step.at / ticksPerSecond}s=${step.rps}`).join(','),
  }
}
