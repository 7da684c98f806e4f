/**
 * Keyed draws: every random choice is a hash of (seed, purpose, key, n). There is no generator to advance, so one
 * extra command does not change all later luck, and two branches share theirs.
 */

/** 32 bits, uniform. `key`: usually a uid; `n`: the how-manieth draw of that key. */
export function draw(seed: number, purpose: string, key: string, n: number): number {
  let hash = mix(seed ^ 0x9e3779b9, n)
  hash = mixText(hash, purpose)
  hash = mixText(hash, key)
  return finish(hash)
}

/** What draws of one purpose and key have in common. Where a key draws for every request, this is worked out once. */
export function drawStream(seed: number, purpose: string, key: string): number {
  return mixText(mixText(seed ^ 0x2545f491, purpose), key)
}

/** The n-th draw of a stream: 32 bits, uniform. `n` below 2^53. */
export function drawNth(stream: number, n: number): number {
  return finish(mix(mix(stream, n | 0), Math.floor(n / 4_294_967_296)))
}

/** A whole number below `bound`. */
export function drawBelow(bound: number, seed: number, purpose: string, key: string, n: number): number {
  return Math.floor((draw(seed, purpose, key, n) / 4_294_967_296) * bound)
}

/** The 27 symbols of generated names: no vowels and no 0, 1, 3 (apimachinery/pkg/util/rand). */
export const nameAlphabet = 'bcdfghjklmnpqrstvwxz2456789'

/** Five characters for `metadata.generateName`. */
export function drawNameSuffix(seed: number, key: string, n: number): string {
  let rest = draw(seed, 'name', key, n)
  for (let i = 0; i < 5; i++) {
    const next = Math.floor(rest / 27)
    suffixCodes[i] = nameAlphabet.charCodeAt(rest - 27 * next)
    rest = next
  }
  return String.fromCharCode.apply(null, suffixCodes)
}

const suffixCodes = [0, 0, 0, 0, 0]

/**
 * A version 4 UUID. From two hashes of the key: of one of 32 bits, two in a hundred and fifty thousand pods would be the
 * same. For one key, any two numbers differ for certain.
 */
export function drawUid(seed: number, key: string, n: number): string {
  const start = mixText(mix(seed ^ 0x51ed270b, n), key)
  const other = mixTextOtherwise(mix(seed ^ 0x1b873593, n), key)
  const first = mix(start, 1)
  const second = mix(other, 2)
  const a = finish(first)
  const b = finish(second)
  const c = finish(mix(first, b))
  const d = finish(mix(second, a))
  putHex(0, a >>> 16)
  putHex(4, a & 0xffff)
  putHex(9, b >>> 16)
  putHex(14, 0x4000 | (b & 0x0fff))
  putHex(19, 0x8000 | ((c >>> 16) & 0x3fff))
  putHex(24, c & 0xffff)
  putHex(28, d >>> 16)
  putHex(32, d & 0xffff)
  return String.fromCharCode.apply(null, uidCodes)
}

/** The characters of the uid that is being made: put together at once it is one text, not a chain of ten. */
const uidCodes = Array.from('00000000-0000-0000-0000-000000000000', (char) => char.charCodeAt(0))

/** Four hex digits. */
function putHex(at: number, value: number): void {
  uidCodes[at] = hexDigit(value >>> 12)
  uidCodes[at + 1] = hexDigit((value >>> 8) & 15)
  uidCodes[at + 2] = hexDigit((value >>> 4) & 15)
  uidCodes[at + 3] = hexDigit(value & 15)
}

function hexDigit(value: number): number {
  return value < 10 ? 48 + value : 87 + value
}

function mixText(hash: number, text: string): number {
  let mixed = hash
  for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x01000193)
  return mix(mixed, text.length)
}

/** Two texts that `mixText` confuses are told apart by this one. */
function mixTextOtherwise(hash: number, text: string): number {
  let mixed = hash
  for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x5bd1e995)
  return mix(mixed, text.length)
}

/** One round of MurmurHash3's body. */
function mix(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51)
  k = (k << 15) | (k >>> 17)
  const mixed = hash ^ Math.imul(k, 0x1b873593)
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0
}

/** MurmurHash3's finalizer, as an unsigned number. */
function finish(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
