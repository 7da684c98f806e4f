/** Durations as Go writes them ("1h30m", "500ms", "1.5s"), in ticks. */
import { type Tick, ticksPerSecond } from '../sim/core/clock.ts'

const seconds: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 }

/** Undefined where the text is no duration. Parts of a tick round up. */
export function parseDuration(text: string): Tick | undefined {
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(text)) return undefined
  let total = 0
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)) {
    total += Number(amount) * (seconds[unit as string] as number)
  }
  return Math.ceil(total * ticksPerSecond - 1e-9)
}
