/** Ages as kubectl prints them (translateTimestampSince in pkg/printers/internalversion/printers.go, v1.36). */
import { parseTime } from '../core/clock.ts'
import { humanDuration } from './humanDuration.ts'
import type { ApiObject } from './types/index.ts'

/** Of one moment, by what it is since: objects of a large list are made within a few hundred seconds. */
const known = { now: 0, ages: new Map<string, string>() }

/** "3m10s" since an RFC 3339 text; "<unknown>" where there is none. */
export function age(since: string | null | undefined, nowSeconds: number): string {
  if (!since) return '<unknown>'
  if (known.now !== nowSeconds) {
    known.now = nowSeconds
    known.ages.clear()
  }
  const before = known.ages.get(since)
  if (before !== undefined) return before
  const text = humanDuration(nowSeconds - parseTime(since))
  known.ages.set(since, text)
  return text
}

export function ageOf(object: ApiObject, nowSeconds: number): string {
  return age(object.metadata.creationTimestamp, nowSeconds)
}
