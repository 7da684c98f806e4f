/** Simulated time. A tick is 100 ms; tick 0 is 2026-01-01T00:00:00Z. All arithmetic is on whole numbers. */

export type Tick = number

export const ticksPerSecond = 10

/** Unix seconds of tick 0. */
export const epochSeconds = 1_767_225_600

/** Seconds to ticks, rounded up: nothing happens before its time. */
export function ticksOf(seconds: number): Tick {
  return Math.ceil(seconds * ticksPerSecond)
}

/** Unix seconds, with one decimal. */
export function unixSeconds(tick: Tick): number {
  return epochSeconds + tick / ticksPerSecond
}

/** "2026-01-01T00:00:00Z": whole seconds, floor. */
export function timeText(tick: Tick): string {
  return unixTimeText(epochSeconds + Math.floor(tick / ticksPerSecond))
}

/** The same of Unix seconds (whole). */
export function unixTimeText(seconds: number): string {
  if (seconds !== lastSecond) {
    lastSecond = seconds
    lastText = `${dateText(seconds)}Z`
  }
  return lastText
}

/** The text of the second asked for last: ticks of one second come together. A pure cache. */
let lastSecond = -1
let lastText = ''

/** "2026-01-01T00:00:00.300000Z" */
export function microTimeText(tick: Tick): string {
  const tenths = tick % ticksPerSecond
  return `${timeText(tick).slice(0, -1)}.${tenths}00000Z`
}

/** Unix seconds of an RFC 3339 text in UTC; NaN where it isn't one. Fractions are kept. */
export function parseTime(text: string): number {
  const known = parsed.get(text)
  if (known !== undefined) return known
  const time = timeIn(text)
  if (parsed.size >= mostParsed) parsed.clear()
  if (text.length <= longestTime) parsed.set(text, time)
  return time
}

/** Ten thousand pods tell of few moments. A pure cache. */
const parsed = new Map<string, number>()
const mostParsed = 4096
const longestTime = 40

function timeIn(text: string): number {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?Z$/.exec(text)
  if (!match) return Number.NaN
  const [, year, month, day, hour, minute, second, fraction] = match
  const days = daysFromCivil(Number(year), Number(month), Number(day))
  const whole = days * 86_400 + Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  return fraction === undefined ? whole : whole + Number(`0${fraction}`)
}

/** The tick at which an RFC 3339 text in UTC falls. */
export function tickOfTime(text: string): Tick {
  return Math.round((parseTime(text) - epochSeconds) * ticksPerSecond)
}

/** "2026-01-01T00:00:00" of Unix seconds (whole). */
export function dateText(unix: number): string {
  const days = Math.floor(unix / 86_400)
  const rest = unix - days * 86_400
  const { year, month, day } = civilFromDays(days)
  const time = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(twoDigits).join(':')
  return `${year}-${twoDigits(month)}-${twoDigits(day)}T${time}`
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

/** Days since 1970-01-01 of a Gregorian date (Howard Hinnant's `days_from_civil`). */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The inverse (`civil_from_days`). */
export function civilFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthIndex + (monthIndex < 10 ? 3 : -9)
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}
