/**
 * Memory is plain: objects, arrays, Maps, Sets and leaves. It is changed in place and captured by copying. Maps and Sets are
 * kept as lists meanwhile: making a list takes a fiftieth of the time, and a keyframe is taken more often than it is needed.
 */

class SavedMap {
  readonly keys: readonly unknown[]
  readonly values: readonly unknown[]

  constructor(keys: readonly unknown[], values: readonly unknown[]) {
    this.keys = keys
    this.values = values
  }
}

class SavedSet {
  readonly values: readonly unknown[]

  constructor(values: readonly unknown[]) {
    this.values = values
  }
}

const noMap = new SavedMap([], [])
const noSet = new SavedSet([])

/** What `loadMemory` makes the same memory of again. Frozen parts never change, so they are shared. */
export function saveMemory(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (Array.isArray(value)) return value.map(saveMemory)
  if (value instanceof Map) {
    return value.size === 0 ? noMap : new SavedMap([...value.keys()], saveAll([...value.values()]))
  }
  if (value instanceof Set) return value.size === 0 ? noSet : new SavedSet([...value])
  if (value instanceof SavedMap || value instanceof SavedSet) return value
  if (ArrayBuffer.isView(value)) return (value as Int32Array).slice()
  return copyFields(value as Record<string, unknown>, saveMemory)
}

export function loadMemory<T>(saved: unknown): T {
  return load(saved) as T
}

function load(saved: unknown): unknown {
  if (typeof saved !== 'object' || saved === null || Object.isFrozen(saved)) return saved
  if (Array.isArray(saved)) return saved.map(load)
  if (saved instanceof SavedMap) return loadMap(saved)
  if (saved instanceof SavedSet) return new Set(saved.values)
  if (saved instanceof Map) return new Map([...saved].map(([key, value]) => [key, load(value)]))
  if (saved instanceof Set) return new Set(saved)
  if (ArrayBuffer.isView(saved)) return (saved as Int32Array).slice()
  return copyFields(saved as Record<string, unknown>, load)
}

function loadMap({ keys, values }: SavedMap): Map<unknown, unknown> {
  const map = new Map<unknown, unknown>()
  for (let i = 0; i < keys.length; i++) map.set(keys[i], load(values[i]))
  return map
}

function saveAll(values: unknown[]): unknown[] {
  for (let i = 0; i < values.length; i++) values[i] = saveMemory(values[i])
  return values
}

function copyFields(
  value: Record<string, unknown>,
  copied: (part: unknown) => unknown,
): Record<string, unknown> {
  const copy = { ...value }
  for (const key in copy) {
    const part = copy[key]
    if (typeof part === 'object' && part !== null) copy[key] = copied(part)
  }
  return copy
}

/** A deep copy, Maps and Sets as they are. */
export function copyMemory<T>(value: T): T {
  return loadMemory(saveMemory(value))
}

/** The same content as JSON-like data, for hashing: Maps and Sets become lists in their order, saved or not. */
export function plainMemory(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (Array.isArray(value)) return value.map(plainMemory)
  if (value instanceof SavedMap) return value.keys.map((key, i) => [key, plainMemory(value.values[i])])
  if (value instanceof SavedSet) return value.values
  if (value instanceof Map) return [...value].map(([k, v]) => [k, plainMemory(v)])
  if (value instanceof Set) return [...value]
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as Int32Array)
  const plain: Record<string, unknown> = {}
  for (const [key, part] of Object.entries(value)) plain[key] = plainMemory(part)
  return plain
}
