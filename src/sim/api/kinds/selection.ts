/**
 * Indexes that bring selectors and the objects they select together at constant cost. An object is filed under each of
 * its labels, a selector under one pair it demands; who selects an object is found among its labels, whom a selector
 * means is found under its pair. Both are a first sieve: the whole selector is matched afterwards.
 */
import { WeakTable } from '../../core/weakTable.ts'
import type { ApiObject, Labels } from '../types/index.ts'
import { controllerOf } from './owners.ts'

const none: readonly string[] = []

/** Objects of one template share their frozen labels, so the keys are made once for all of them. */
const known = new WeakTable<Labels, { readonly namespace: string; readonly keys: readonly string[] }>()

/** "namespace/key=value" of each label. */
export function labelKeys(object: ApiObject): readonly string[] {
  const { labels, namespace = '' } = object.metadata
  if (labels === undefined) return none
  const cached = known.get(labels)
  if (cached?.namespace === namespace) return cached.keys
  const keys = Object.entries(labels).map(([key, value]) => `${namespace}/${key}=${value}`)
  if (Object.isFrozen(labels)) known.set(labels, { namespace, keys })
  return keys
}

/** Where a selector is filed: under its first pair, or under "namespace/*" when it demands none. */
export function selectorKey(namespace: string | undefined, matchLabels: Labels | undefined): string {
  let first: string | undefined
  for (const key in matchLabels) if (first === undefined || key < first) first = key
  if (first === undefined) return `${namespace ?? ''}/*`
  return `${namespace ?? ''}/${first}=${(matchLabels as Labels)[first]}`
}

/** Under which keys the selectors are filed that may select this object. */
export function selectingKeys(object: ApiObject): readonly string[] {
  return [...labelKeys(object), `${object.metadata.namespace ?? ''}/*`]
}

/** As `selectingKeys`, one after another: most objects are selected by nobody. */
export function forSelectingKeys(object: ApiObject, visit: (key: string) => void): void {
  const keys = labelKeys(object)
  for (let i = 0; i < keys.length; i++) visit(keys[i] as string)
  const { namespace = '' } = object.metadata
  let any = anyKeys.get(namespace)
  if (any === undefined) {
    any = `${namespace}/*`
    anyKeys.set(namespace, any)
  }
  visit(any)
}

const anyKeys = new Map<string, string>()

/** Objects that no controller owns, by namespace: those that a controller may adopt. */
export function orphanKey(object: ApiObject): string | undefined {
  return controllerOf(object) === undefined ? (object.metadata.namespace ?? '') : undefined
}
