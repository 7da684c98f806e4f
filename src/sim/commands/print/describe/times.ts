/** Points in time as `describe` prints them: "Mon, 23 Nov 2026 20:08:47 +0000". */
import { dateText, parseTime } from '../../../core/clock.ts'

const days = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A time that was never set is Go's zero time. */
export function dateAndTime(time: string | null | undefined): string {
  if (!time) return 'Mon, 01 Jan 0001 00:00:00 +0000'
  const seconds = Math.floor(parseTime(time))
  const [date = '', clock = ''] = dateText(seconds).split('T')
  const [year, month, day] = date.split('-')
  const weekday = days[Math.floor(seconds / 86_400) % 7]
  return `${weekday}, ${day} ${months[Number(month) - 1]} ${year} ${clock} +0000`
}
