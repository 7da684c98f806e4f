/**
 * The hash that names a Deployment's ReplicaSets (pkg/controller/controller_utils.go ComputeHash, Kubernetes v1.36).
 * FNV-1a and the encoding are upstream's; the text that is hashed is not: upstream hashes a dump of Go structures,
 * we hash JSON with sorted keys. Equal templates give equal names in both, but the names differ from a real cluster's.
 */
import type { PodTemplateSpec } from './types/index.ts'
import { utf8 } from './utf8.ts'

export const podTemplateHashLabel = 'pod-template-hash'

/** No vowels, so that no words appear by chance, and none of 0, 1, 3 that look like letters. */
const alphabet = 'bcdfghjklmnpqrstvwxz2456789'

/** `collisionCount` is raised when the name it gave was taken by another template. */
export function templateHash(template: PodTemplateSpec, collisionCount?: number): string {
  let hash = fnv1aOfText(fnvOffset, canonicalJson(template))
  if (collisionCount !== undefined) hash = fnv1a(hash, varint(collisionCount))
  return safeEncode(String(hash >>> 0))
}

/** Each character stands for its code modulo the alphabet's length. */
export function safeEncode(text: string): string {
  let encoded = ''
  for (const code of utf8(text)) encoded += alphabet[code % alphabet.length]
  return encoded
}

/** JSON with sorted keys and without what is absent or empty, so that it does not depend on how a value was made. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = value as Readonly<Record<string, unknown>>
  let parts = ''
  for (const key of Object.keys(fields).sort()) {
    const text = fields[key] === undefined || fields[key] === null ? '' : canonicalJson(fields[key])
    if (text === '' || text === '{}' || text === '[]') continue
    parts += `${parts === '' ? '' : ','}${JSON.stringify(key)}:${text}`
  }
  return `{${parts}}`
}

const fnvOffset = 0x811c9dc5
const fnvPrime = 0x01000193

function fnv1a(start: number, bytes: readonly number[]): number {
  let hash = start
  for (const byte of bytes) hash = Math.imul(hash ^ byte, fnvPrime)
  return hash
}

/** Of the text's bytes in UTF-8; where each of its characters is one, no list of them is made. */
export function fnv1aOfText(start: number, text: string): number {
  let hash = start
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x80) return fnv1a(start, utf8(text))
    hash = Math.imul(hash ^ code, fnvPrime)
  }
  return hash
}

/** Eight bytes: the count in base 128, low digits first, the rest zero. */
function varint(value: number): readonly number[] {
  const bytes = new Array<number>(8).fill(0)
  let rest = value
  let at = 0
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes[at++] = (rest % 0x80) | 0x80
  bytes[at] = rest
  return bytes
}
