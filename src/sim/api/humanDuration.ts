/** Lengths of time as kubectl prints them (k8s.io/apimachinery/pkg/util/duration, v1.36). */

const minute = 60
const hour = 60 * minute
const day = 24 * hour
const year = 365 * day

/** Two units while the second still says something: "3m20s", "5h", "2d3h", "4y12d". Parts are cut off, not rounded. */
export function humanDuration(seconds: number): string {
  const whole = Math.trunc(seconds)
  if (whole < -1) return '<invalid>'
  if (whole < 0) return '0s'
  if (whole < 2 * minute) return `${whole}s`
  if (whole < 10 * minute) return twoUnits(whole, minute, 'm', 1, 's')
  if (whole < 3 * hour) return `${units(whole, minute)}m`
  if (whole < 8 * hour) return twoUnits(whole, hour, 'h', minute, 'm')
  if (whole < 2 * day) return `${units(whole, hour)}h`
  if (whole < 8 * day) return twoUnits(whole, day, 'd', hour, 'h')
  if (whole < 2 * year) return `${units(whole, day)}d`
  if (whole < 8 * year) return twoUnits(whole, year, 'y', day, 'd')
  return `${units(whole, year)}y`
}

/** One unit only, as some older descriptions have it. */
export function shortHumanDuration(seconds: number): string {
  const whole = Math.trunc(seconds)
  if (whole < -1) return '<invalid>'
  if (whole < 0) return '0s'
  if (whole < minute) return `${whole}s`
  if (whole < hour) return `${units(whole, minute)}m`
  if (whole < day) return `${units(whole, hour)}h`
  if (whole < year) return `${units(whole, day)}d`
  return `${units(whole, year)}y`
}

function units(seconds: number, unit: number): number {
  return Math.floor(seconds / unit)
}

function twoUnits(seconds: number, big: number, bigName: string, small: number, smallName: string): string {
  const rest = units(seconds % big, small)
  return `${units(seconds, big)}${bigName}${rest === 0 ? '' : `${rest}${smallName}`}`
}
