/**
 * Applies a strategic merge patch: like a JSON merge patch, but lists of a kind's known fields merge item by item
 * (apimachinery/pkg/util/strategicpatch/patch.go, v1.36). Directives: `$patch`, `$retainKeys`,
 * `$deleteFromPrimitiveList/…`, `$setElementOrder/…`.
 */
import { equalValues } from '../../core/frozen.ts'
import { isObject, type Json, type JsonObject } from './json.ts'
import { type FieldRule, fieldRule } from './mergeRules.ts'

export const patchDirective = '$patch'
export const retainKeysDirective = '$retainKeys'
export const deleteFromListPrefix = '$deleteFromPrimitiveList/'
export const elementOrderPrefix = '$setElementOrder/'

/** A patch that makes no sense for its kind. */
export class StrategicMergeError extends Error {}

/** `type`: the kind of the object, or the type of the part that is merged. The arguments stay as they are. */
export function strategicMerge(
  original: JsonObject,
  patch: JsonObject,
  type: string | undefined,
): JsonObject {
  const directive = patch[patchDirective]
  if (directive === 'replace') return without(patch, patchDirective)
  if (directive === 'delete') return {}
  if (directive !== undefined && directive !== 'merge') {
    throw new StrategicMergeError(`unknown patch type found in patch: [${directive}]`)
  }
  const result = retained({ ...original }, patch[retainKeysDirective])
  for (const key of Object.keys(patch)) {
    if (key === patchDirective || key === retainKeysDirective) continue
    if (key.startsWith(deleteFromListPrefix)) {
      const field = key.slice(deleteFromListPrefix.length)
      const list = result[field]
      if (Array.isArray(list)) result[field] = list.filter((one) => !contains(patch[key], one))
    } else if (!key.startsWith(elementOrderPrefix)) {
      mergeField(result, key, patch[key], fieldRule(type, key), patch[elementOrderPrefix + key])
    }
  }
  reorderUnpatched(result, patch, type)
  return result
}

function mergeField(result: JsonObject, key: string, value: Json, rule: FieldRule, order: Json): void {
  if (value === null) {
    delete result[key]
  } else if (isObject(value)) {
    result[key] = strategicMerge(isObject(result[key]) ? result[key] : {}, value, rule.of)
  } else if (Array.isArray(value) && rule.merges) {
    const before = Array.isArray(result[key]) ? result[key] : []
    result[key] =
      rule.key === undefined ? mergePlain(before, value, order) : mergeItems(before, value, rule, order)
  } else {
    result[key] = value
  }
}

/** Fields that the patch does not name go, where it names what is to stay. */
function retained(object: JsonObject, keys: Json): JsonObject {
  if (!Array.isArray(keys)) return object
  for (const key of Object.keys(object)) if (!keys.includes(key)) delete object[key]
  return object
}

/** A patch may give only an order, for a list that it doesn't change otherwise. */
function reorderUnpatched(result: JsonObject, patch: JsonObject, type: string | undefined): void {
  for (const key of Object.keys(patch)) {
    if (!key.startsWith(elementOrderPrefix)) continue
    const field = key.slice(elementOrderPrefix.length)
    if (field in patch || !Array.isArray(result[field])) continue
    result[field] = ordered(result[field], result[field], patch[key], fieldRule(type, field).key)
  }
}

function mergePlain(before: readonly Json[], patch: readonly Json[], order: Json): readonly Json[] {
  const merged = [...before, ...patch.filter((one) => !contains(before, one))]
  return ordered(merged, before, order, undefined)
}

function mergeItems(
  before: readonly Json[],
  patch: readonly Json[],
  rule: FieldRule,
  order: Json,
): readonly Json[] {
  const key = rule.key as string
  if (patch.some((item) => isObject(item) && item[patchDirective] === 'replace')) {
    return patch
      .filter((item) => item[patchDirective] !== 'replace' || Object.keys(item).length > 1)
      .map((item) => without(item, patchDirective))
  }
  let merged = [...before]
  for (const item of patch) {
    if (!isObject(item))
      throw new StrategicMergeError(`list of objects expected, got ${JSON.stringify(item)}`)
    if (item[key] === undefined) {
      throw new StrategicMergeError(`map: map[${mapText(item)}] does not contain declared merge key: ${key}`)
    }
    const same = (one: Json) => isObject(one) && equalValues(one[key], item[key])
    const at = merged.findIndex(same)
    if (item[patchDirective] === 'delete') merged = merged.filter((one) => !same(one))
    else if (at < 0) merged.push(strategicMerge({}, item, rule.of))
    else merged[at] = strategicMerge(merged[at], item, rule.of)
  }
  return ordered(merged, before, order, key)
}

/**
 * Items that the patch gives an order come in that order; the others keep their place among those that were before
 * them in the list.
 */
function ordered(
  items: readonly Json[],
  before: readonly Json[],
  order: Json,
  key: string | undefined,
): readonly Json[] {
  if (!Array.isArray(order)) return items
  const idOf = (item: Json) => (key === undefined ? item : item?.[key])
  const wanted = order.map(idOf)
  const rank = (item: Json) => wanted.findIndex((one) => equalValues(one, idOf(item)))
  const placeBefore = (item: Json) => before.findIndex((one) => equalValues(idOf(one), idOf(item)))
  const inPatch = items.filter((item) => rank(item) >= 0).sort((a, b) => rank(a) - rank(b))
  const serverOnly = items.filter((item) => rank(item) < 0)
  const result: Json[] = []
  let next = 0
  for (const item of inPatch) {
    const place = placeBefore(item)
    while (place >= 0 && next < serverOnly.length && placeBefore(serverOnly[next]) < place)
      result.push(serverOnly[next++])
    result.push(item)
  }
  return [...result, ...serverOnly.slice(next)]
}

function contains(list: Json, value: Json): boolean {
  return Array.isArray(list) && list.some((one) => equalValues(one, value))
}

function without(object: JsonObject, key: string): JsonObject {
  const { [key]: _, ...rest } = object
  return rest
}

function mapText(object: JsonObject): string {
  return Object.keys(object)
    .sort()
    .map((key) => `${key}:${typeof object[key] === 'object' ? JSON.stringify(object[key]) : object[key]}`)
    .join(' ')
}
