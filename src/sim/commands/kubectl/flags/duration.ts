/** Durations as Go writes them: "1h2m3.5s", "300ms", "-1s", "0". */

const units: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
}

/** In seconds; undefined where the text is no duration. */
export function parseDuration(text: string): number | undefined {
  const match = /^([+-]?)((?:\d+\.?\d*|\.\d+)(?:ns|us|µs|ms|s|m|h))+$/.exec(text)
  if (text === '0') return 0
  if (match === null) return undefined
  let seconds = 0
  for (const [, number = '', unit = ''] of text.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h)/g)) {
    seconds += Number(number) * (units[unit] as number)
  }
  return match[1] === '-' ? -seconds : seconds
}

/** 12 is "12s", 90 is "1m30s", 3600 is "1h0m0s". */
export function durationText(seconds: number): string {
  if (seconds === 0) return '0s'
  if (seconds < 1) return `${seconds * 1000}ms`
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const rest = `${seconds - hours * 3600 - minutes * 60}s`
  if (hours > 0) return `${hours}h${minutes}m${rest}`
  return minutes > 0 ? `${minutes}m${rest}` : rest
}
