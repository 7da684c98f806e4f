/** Values in the registry never change once they are there, so they can be shared between versions and branches. */

/** Freezes a value and everything in it that is not frozen yet. Frozen parts are taken to be frozen inside. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  return deepFreezeParts(value)
}

/** As `deepFreeze`, for a value whose outermost layer may be frozen already while its parts are not. */
export function deepFreezeParts<T extends object>(value: T): T {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) deepFreeze(value[i])
    return settled(value)
  }
  for (const key in value) deepFreeze(value[key])
  return Object.freeze(value)
}

let freezes = false

/**
 * What nobody writes to any more, and every write of a pod makes: the types say so, and only tests enforce it. Freezing
 * these takes a fifteenth of a large cluster's time in Firefox, and in V8 compiled code has no fast way to an element of a
 * frozen list.
 */
export function settled<T extends object>(value: T): T {
  return freezes ? Object.freeze(value) : value
}

/** As `settled`, for a value with everything in it. */
export function settledThrough<T>(value: T): T {
  return freezes ? deepFreeze(value) : value
}

/** For tests: whoever writes to something settled from now on is told. */
export function freezeSettled(): void {
  freezes = true
}

/** Structural equality of JSON-like values; an absent field and one that is undefined are the same. */
export function equalValues(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false
    return left.every((one, i) => equalValues(one, right[i]))
  }
  const a = left as Record<string, unknown>
  const b = right as Record<string, unknown>
  for (const key in a) if (!equalValues(a[key], b[key])) return false
  for (const key in b) if (b[key] !== undefined && a[key] === undefined) return false
  return true
}

/** A copy that may be written to: plain objects and arrays are copied, leaves are shared. */
export function thaw<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(thaw) as T
  const copy: Record<string, unknown> = {}
  for (const key in value) {
    if (key === proto) Object.defineProperty(copy, key, { ...asGiven, value: thaw(value[key]) })
    else copy[key] = thaw(value[key])
  }
  return copy as T
}

/** By assignment, such a key from a file would become the copy's prototype. */
const proto = '__proto__' as never
const asGiven = { configurable: true, enumerable: true, writable: true }
