/** The hash FNV-1a of 32 bits (hash/fnv of Go), of which names are made. Its numbers may be negative: `>>> 0` makes one of Go's. */
import { utf8 } from './utf8.ts'

const offset = 0x811c9dc5
const prime = 0x01000193

/** Of the text's bytes in UTF-8; where each of its characters is one, no list of them is made. */
export function fnv1a(text: string): number {
  let hash = offset
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x80) return fnv1aOn(offset, utf8(text))
    hash = Math.imul(hash ^ code, prime)
  }
  return hash
}

/** Of what gave `hash`, and these bytes behind it. */
export function fnv1aOn(hash: number, bytes: readonly number[]): number {
  let sum = hash
  for (const byte of bytes) sum = Math.imul(sum ^ byte, prime)
  return sum
}
