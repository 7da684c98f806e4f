/**
 * A 64-bit hash of JSON-like values, as two 32-bit lanes. Object keys count in any order, so two equal values made in
 * different ways hash the same. Frozen objects never change: a large shared part (a pod template's spec) is hashed once.
 */
export interface Hash64 {
  readonly high: number
  readonly low: number
}

/**
 * Parts that many objects share with their template. Only these are remembered: a memory of every part of a large world
 * costs far more than hashing it again.
 */
const sharedParts = new Set([
  'template',
  'containers',
  'initContainers',
  'tolerations',
  'volumes',
  'affinity',
])
const known = new WeakMap<object, Hash64>()

export function hashValue(value: unknown): Hash64 {
  if (typeof value === 'string') return hashText(value)
  if (typeof value === 'number') return hashText(`n${value}`)
  if (typeof value === 'boolean') return value ? hashText('t:') : hashText('f:')
  if (value === null || value === undefined) return hashText('null:')
  return Array.isArray(value) ? hashList(value) : hashFields(value as Record<string, unknown>)
}

function hashShared(part: object): Hash64 {
  let hash = known.get(part)
  if (hash === undefined) {
    hash = hashValue(part)
    if (isSettled(part)) known.set(part, hash)
  }
  return hash
}

/** Lists are not frozen themselves, but what they hold is. */
function isSettled(part: object): boolean {
  return Array.isArray(part) ? Object.isFrozen(part[0]) : Object.isFrozen(part)
}

/** Sixteen hex digits. */
export function hashHex(hash: Hash64): string {
  return hexWord(hash.high) + hexWord(hash.low)
}

export function hashText(text: string): Hash64 {
  let high = 0x811c9dc5
  let low = 0x1000193
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ (code + 0x3d), 0x85ebca6b)
    low ^= low >>> 13
  }
  return { high: finish(high), low: finish(low ^ text.length) }
}

/** The first lane of `hashText` alone, signed: for tables of the moment, not for what is compared between worlds. */
export function hashWord(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return finish(hash)
}

/** Order matters: for rolling a hash over a sequence. */
export function combine(left: Hash64, right: Hash64): Hash64 {
  return {
    high: finish(Math.imul(left.high ^ 0x9e3779b9, 31) + right.high),
    low: finish(Math.imul(left.low ^ 0x7f4a7c15, 37) + right.low),
  }
}

/** Order does not matter: for a set of parts. */
export function addHash(left: Hash64, right: Hash64): Hash64 {
  return { high: (left.high + right.high) | 0, low: (left.low + right.low) | 0 }
}

export const emptyHash: Hash64 = { high: 0, low: 0 }

function hashList(list: readonly unknown[]): Hash64 {
  let hash = hashText('[]')
  for (const one of list) hash = combine(hash, hashValue(one))
  return hash
}

function hashFields(fields: Record<string, unknown>): Hash64 {
  let sum = hashText('{}')
  for (const key in fields) {
    const value = fields[key]
    if (value === undefined) continue
    const isShared = typeof value === 'object' && value !== null && sharedParts.has(key)
    sum = addHash(sum, combine(hashText(key), isShared ? hashShared(value) : hashValue(value)))
  }
  return sum
}

function finish(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return h ^ (h >>> 16)
}

function hexWord(word: number): string {
  return ((word >>> 0) + 4_294_967_296).toString(16).slice(1)
}
