/** Memory is plain: objects, arrays, Maps, Sets and leaves. It is changed in place and captured by copying. */

/** A deep copy. Frozen parts never change, so they are shared. */
export function copyMemory<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (Array.isArray(value)) return value.map(copyMemory) as T
  if (value instanceof Map) return new Map([...value].map(([k, v]) => [k, copyMemory(v)])) as T
  if (value instanceof Set) return new Set(value) as T
  if (ArrayBuffer.isView(value)) return (value as unknown as Int32Array).slice() as unknown as T
  const copy: Record<string, unknown> = {}
  for (const key in value) copy[key] = copyMemory(value[key])
  return copy as T
}

/** The same content as JSON-like data, for hashing: Maps and Sets become lists in their order. */
export function plainMemory(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (Array.isArray(value)) return value.map(plainMemory)
  if (value instanceof Map) return [...value].map(([k, v]) => [k, plainMemory(v)])
  if (value instanceof Set) return [...value]
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as Int32Array)
  const plain: Record<string, unknown> = {}
  for (const [key, part] of Object.entries(value)) plain[key] = plainMemory(part)
  return plain
}
