/**
 * The hash that names a Deployment's ReplicaSets (pkg/controller/controller_utils.go ComputeHash, Kubernetes v1.36).
 * FNV-1a and the encoding are upstream's; the text that is hashed is not: upstream hashes a dump of Go structures,
 * we hash JSON with sorted keys. Equal templates give equal names in both, but the names differ from a real cluster's.
 */
import { nameAlphabet } from '../core/draw.ts'
import { fnv1a, fnv1aOn } from './fnv1a.ts'
import type { PodTemplateSpec } from './types/index.ts'
import { utf8 } from './utf8.ts'

export const podTemplateHashLabel = 'pod-template-hash'

/** `collisionCount` is raised when the name it gave was taken by another template. */
export function templateHash(template: PodTemplateSpec, collisionCount?: number): string {
  let hash = fnv1a(canonicalJson(template))
  if (collisionCount !== undefined) hash = fnv1aOn(hash, varint(collisionCount))
  return safeEncode(String(hash >>> 0))
}

/** Each character stands for its code modulo the alphabet's length. */
export function safeEncode(text: string): string {
  let encoded = ''
  for (const code of utf8(text)) encoded += nameAlphabet[code % nameAlphabet.length]
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

/** Eight bytes: the count in base 128, low digits first, the rest zero. */
function varint(value: number): readonly number[] {
  const bytes = new Array<number>(8).fill(0)
  let rest = value
  let at = 0
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes[at++] = (rest % 0x80) | 0x80
  bytes[at] = rest
  return bytes
}
