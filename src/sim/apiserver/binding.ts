/** What a binding changes of a pod's spec. */
import type { PodSpec } from '../api/types/index.ts'

/**
 * Field by field, although a spread is shorter: objects that are made by spreading a frozen one have a hidden class each,
 * which takes more room than the object, and whoever reads a field of them has to look for it every time.
 */
export function boundSpec(spec: PodSpec, nodeName: string): PodSpec {
  const bound: Record<string, unknown> = {}
  for (const field in spec) bound[field] = spec[field as keyof PodSpec]
  bound.nodeName = nodeName
  return Object.freeze(bound) as unknown as PodSpec
}
