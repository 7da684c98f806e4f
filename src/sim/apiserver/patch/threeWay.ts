/**
 * The patch that `kubectl apply` sends: what the manifest changes against the live object, and what it no longer says
 * against the last one applied. Fields that neither mentions stay (apimachinery/pkg/util/strategicpatch, v1.36:
 * CreateThreeWayMergePatch with overwrite).
 */
import { equalValues } from '../../core/frozen.ts'
import { isEmpty, isObject, type Json, type JsonObject, sortedKeys } from './json.ts'
import { type FieldRule, fieldRule } from './mergeRules.ts'
import {
  deleteFromListPrefix,
  elementOrderPrefix,
  patchDirective,
  retainKeysDirective,
} from './strategicMerge.ts'

/** An empty object: nothing is to change. `original`: the last manifest applied. */
export function threeWayPatch(
  original: JsonObject,
  modified: JsonObject,
  live: JsonObject,
  kind: string,
): JsonObject {
  return partPatch(original, modified, live, kind, false)
}

function partPatch(
  original: JsonObject,
  modified: JsonObject,
  live: JsonObject,
  type: string | undefined,
  retainsKeys: boolean,
): JsonObject {
  const patch: JsonObject = {}
  for (const key of sortedKeys(modified))
    addChange(patch, key, original[key], modified[key], live[key], fieldRule(type, key))
  for (const key of sortedKeys(original)) {
    if (!(key in modified) && original[key] !== null && live[key] !== undefined) patch[key] = null
  }
  if (retainsKeys && !isEmpty(patch))
    patch[retainKeysDirective] = sortedKeys(modified).filter((key) => modified[key] !== null)
  return patch
}

function addChange(
  patch: JsonObject,
  key: string,
  original: Json,
  modified: Json,
  live: Json,
  rule: FieldRule,
): void {
  if (modified === null) {
    if (live !== undefined) patch[key] = null
  } else if (isObject(modified) && isObject(live)) {
    const part = partPatch(
      isObject(original) ? original : {},
      modified,
      live,
      rule.of,
      rule.retainsKeys === true,
    )
    if (!isEmpty(part)) patch[key] = part
  } else if (Array.isArray(modified) && Array.isArray(live) && rule.merges) {
    const before = Array.isArray(original) ? original : []
    if (rule.key === undefined) addPlainChange(patch, key, before, modified, live)
    else addItemChange(patch, key, before, modified, live, rule)
  } else if (!equalValues(modified, live)) {
    patch[key] = modified
  }
}

function addPlainChange(
  patch: JsonObject,
  key: string,
  original: readonly Json[],
  modified: readonly Json[],
  live: readonly Json[],
): void {
  const has = (list: readonly Json[], one: Json) => list.some((other) => equalValues(one, other))
  const added = modified.filter((one) => !has(live, one))
  const removed = original.filter((one) => !has(modified, one) && has(live, one))
  if (added.length > 0) patch[key] = added
  if (removed.length > 0) patch[deleteFromListPrefix + key] = removed
  if (added.length > 0 || removed.length > 0) patch[elementOrderPrefix + key] = modified
}

function addItemChange(
  patch: JsonObject,
  field: string,
  original: readonly Json[],
  modified: readonly Json[],
  live: readonly Json[],
  rule: FieldRule,
): void {
  const key = rule.key as string
  const find = (list: readonly Json[], item: Json) =>
    list.find((one) => isObject(one) && equalValues(one[key], item?.[key]))
  const items: JsonObject[] = []
  for (const item of modified) {
    const present = find(live, item)
    if (present === undefined) {
      items.push(item)
      continue
    }
    const part = partPatch(find(original, item) ?? {}, item, present, rule.of, rule.retainsKeys === true)
    delete part[key]
    if (!isEmpty(part)) items.push({ ...part, [key]: item[key] })
  }
  for (const item of original) {
    if (find(modified, item) === undefined && find(live, item) !== undefined) {
      items.push({ [patchDirective]: 'delete', [key]: item[key] })
    }
  }
  const order = modified.map((item) => ({ [key]: item?.[key] }))
  if (items.length > 0) patch[field] = items
  if (items.length > 0 || isReordered(order, live, key)) patch[elementOrderPrefix + field] = order
}

/** Whether the manifest's items stand in another order in the live list. */
function isReordered(order: readonly JsonObject[], live: readonly Json[], key: string): boolean {
  const places = order.map((item) => live.findIndex((one) => equalValues(one?.[key], item[key])))
  return places.some((place, i) => i > 0 && place < (places[i - 1] as number))
}
