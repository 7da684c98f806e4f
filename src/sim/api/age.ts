/** Ages as kubectl prints them (translateTimestampSince in pkg/printers/internalversion/printers.go, v1.36). */
import { parseTime } from '../core/clock.ts'
import { humanDuration } from './humanDuration.ts'
import type { ApiObject } from './types/index.ts'

/** "3m10s" since an RFC 3339 text; "<unknown>" where there is none. */
export function age(since: string | null | undefined, nowSeconds: number): string {
  return since ? humanDuration(nowSeconds - parseTime(since)) : '<unknown>'
}

export function ageOf(object: ApiObject, nowSeconds: number): string {
  return age(object.metadata.creationTimestamp, nowSeconds)
}
