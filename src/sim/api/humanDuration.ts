/** Durations as kubectl prints them (k8s.io/apimachinery/pkg/util/duration, v1.36): about two or three figures' worth. */

const minute = 60
const hour = 60 * minute
const day = 24 * hour
const year = 365 * day

/** "10s", "2m5s", "4h", "3d2h", "5y22d"; clocks may differ by less than two seconds before a duration is invalid. */
export function humanDuration(seconds: number): string {
  if (seconds <= -2) return '<invalid>'
  const whole = Math.max(0, Math.floor(seconds))
  if (whole < 2 * minute) return `${whole}s`
  if (whole < 10 * minute) return inTwo(whole, minute, 'm', 1, 's')
  if (whole < 3 * hour) return `${Math.floor(whole / minute)}m`
  if (whole < 8 * hour) return inTwo(whole, hour, 'h', minute, 'm')
  if (whole < 2 * day) return `${Math.floor(whole / hour)}h`
  if (whole < 8 * day) return inTwo(whole, day, 'd', hour, 'h')
  if (whole < 2 * year) return `${Math.floor(whole / day)}d`
  if (whole < 8 * year) return inTwo(whole, year, 'y', day, 'd')
  return `${Math.floor(whole / year)}y`
}

/** The larger unit, and what is left over in the smaller one if that is anything. */
function inTwo(seconds: number, large: number, largeName: string, small: number, smallName: string): string {
  const rest = Math.floor((seconds % large) / small)
  return `${Math.floor(seconds / large)}${largeName}${rest === 0 ? '' : `${rest}${smallName}`}`
}
