/** JSON values as patches see them. */

// biome-ignore lint/suspicious/noExplicitAny: a patch may hold anything that JSON can.
export type Json = any

export type JsonObject = Record<string, Json>

export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isEmpty(object: JsonObject): boolean {
  return Object.keys(object).length === 0
}

export function sortedKeys(object: JsonObject): readonly string[] {
  return Object.keys(object).sort()
}
