import type { Reader } from '../../../api/reader.ts'
import type { ApiObject } from '../../../api/types/index.ts'
import type { Description } from './description.ts'
import { describeEvents } from './events.ts'

export interface Describer<T extends ApiObject> {
  /** "Deployment" */
  readonly kind: string
  describe(out: Description, object: T, context: DescribeContext): void
}

/** What a describer may look at besides its object. */
export interface DescribeContext {
  readonly reader: Reader
  readonly nowSeconds: number
  /** `--show-events` */
  readonly showEvents: boolean
}

export function describeEventsOf(out: Description, object: ApiObject, context: DescribeContext): void {
  if (context.showEvents) describeEvents(out, context.reader.eventsAbout(object), context.nowSeconds)
}
