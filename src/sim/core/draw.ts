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

/** A whole number below `bound`. */
export function drawBelow(bound: number, seed: number, purpose: string, key: string, n: number): number {
  return Math.floor((draw(seed, purpose, key, n) / 4_294_967_296) * bound)
}

/** The 27 symbols of generated names: no vowels and no 0, 1, 3 (apimachinery/pkg/util/rand). */
export const nameAlphabet = 'bcdfghjklmnpqrstvwxz2456789'

/** Five characters for `metadata.generateName`. */
export function drawNameSuffix(seed: number, key: string, n: number): string {
  let rest = draw(seed, 'name', key, n)
  let suffix = ''
  for (let i = 0; i < 5; i++) {
    suffix += nameAlphabet[rest % 27]
    rest = Math.floor(rest / 27)
  }
  return suffix
}

/** A version 4 UUID. */
export function drawUid(seed: number, key: string, n: number): string {
  let hash = mixText(mix(seed ^ 0x51ed270b, n), key)
  let hex = ''
  for (let word = 0; word < 4; word++) {
    hash = mix(hash, word + 1)
    hex += hexWord(finish(hash))
  }
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) & 3]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

function hexWord(word: number): string {
  return (word + 4_294_967_296).toString(16).slice(1)
}

function mixText(hash: number, text: string): number {
  let mixed = hash
  for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x01000193)
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
