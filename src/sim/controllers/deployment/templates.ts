/**
 * Equality as the API means it: what is absent equals what is empty (apimachinery's semantic equality). A template
 * that a person wrote and one that went through defaults differ in just such places.
 */
export function equalIgnoringEmpty(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (isEmpty(left) && isEmpty(right)) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left) || Array.isArray(right)) return equalLists(left, right)
  return equalFields(left as Fields, right as Fields)
}

type Fields = Readonly<Record<string, unknown>>

function equalLists(left: unknown, right: unknown): boolean {
  if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false
  return left.every((one, i) => equalIgnoringEmpty(one, right[i]))
}

function equalFields(left: Fields, right: Fields): boolean {
  for (const key in left) if (!equalIgnoringEmpty(left[key], right[key])) return false
  for (const key in right) if (!(key in left) && !isEmpty(right[key])) return false
  return true
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (Array.isArray(value)) return value.length === 0
  if (typeof value !== 'object') return false
  for (const _key in value) return false
  return true
}
