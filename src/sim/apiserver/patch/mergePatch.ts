/** JSON merge patch (RFC 7386): maps merge, null deletes, all else replaces. */
import { isObject, type Json, type JsonObject } from './json.ts'

export function mergePatch(target: Json, patch: Json): Json {
  if (!isObject(patch)) return patch
  const result: JsonObject = isObject(target) ? { ...target } : {}
  for (const key of Object.keys(patch)) {
    if (patch[key] === null) delete result[key]
    else result[key] = mergePatch(result[key], patch[key])
  }
  return result
}
