/** `kubectl describe`: one describer a kind, found in `kinds/`; a kind without one is described field by field. */
import type { Reader } from '../../../api/reader.ts'
import type { ApiObject, PodTemplateSpec } from '../../../api/types/index.ts'
import type { Describer } from './describer.ts'
import { Description } from './description.ts'
import { describeAnyObject } from './generic.ts'
import { describePodTemplate } from './podTemplate.ts'

const modules = import.meta.glob<{ default: Describer<never> }>(['./kinds/*.ts', '!./kinds/*.test.ts'], {
  eager: true,
})

const describers = new Map(
  Object.keys(modules)
    .sort()
    .map((path) => (modules[path] as { default: Describer<ApiObject> }).default)
    .map((describer) => [describer.kind, describer]),
)

export interface DescribeOptions {
  /** `--show-events`, on unless it is turned off. */
  readonly showEvents?: boolean
}

export function describe(
  object: ApiObject,
  reader: Reader,
  nowSeconds: number,
  { showEvents = true }: DescribeOptions = {},
): string {
  const out = new Description()
  const context = { reader, nowSeconds, showEvents }
  const describer = describers.get(object.kind)
  if (describer === undefined) describeAnyObject(out, object, context)
  else describer.describe(out, object, context)
  return out.text()
}

/** A pod template as `kubectl rollout history --revision` prints it: with its tabs, since nothing aligns them there. */
export function podTemplateText(template: PodTemplateSpec): string {
  const out = new Description()
  describePodTemplate(out, template)
  return out.unaligned()
}
