/** Maps, merges and aliases of a YAML document, as the JSON that kubectl makes of them. */
import { YamlError } from './cursor.ts'

/** A value and how many values it holds, itself included: aliases may multiply them. */
export interface Node {
  readonly value: unknown
  readonly weight: number
}

/** Written as `<<`, without quotes: its value's entries are merged into the map. */
export const mergeKey = Symbol('<<')

export interface Entry {
  readonly key: unknown
  readonly value: unknown
}

/** Keys of the map's own win over merged ones, later ones over earlier ones. */
export function mapOf(entries: readonly Entry[]): Record<string, unknown> {
  const map: Record<string, unknown> = {}
  for (const { key, value } of entries) if (key === mergeKey) mergeInto(map, value)
  for (const { key, value } of entries) if (key !== mergeKey) setOwn(map, keyText(key), value)
  return map
}

/** Of several maps to merge, the first that has a key gives it. */
function mergeInto(map: Record<string, unknown>, source: unknown): void {
  const sources = Array.isArray(source) ? source : [source]
  for (const one of [...sources].reverse()) {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) {
      throw new YamlError('map merge requires map or sequence of maps as the value', 0)
    }
    for (const [key, value] of Object.entries(one)) setOwn(map, key, value)
  }
}

/** JSON has text keys only; a collection as a key is what unexpanded templates (`{{ .Values.x }}`) come to. */
function keyText(key: unknown): string {
  if (typeof key === 'object' && key !== null) throw new YamlError(`invalid map key: ${goText(key)}`, 0)
  return String(key)
}

/** Defined, not assigned: a key may be called `__proto__`. */
function setOwn(map: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') map[key] = value
  else Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true })
}

/** A value as Go's `%#v` prints it. */
function goText(value: unknown): string {
  if (value === null || value === undefined) return 'interface {}(nil)'
  if (Array.isArray(value)) return `[]interface {}{${value.map(goText).join(', ')}}`
  if (typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}:${goText(one)}`)
  return `map[interface {}]interface {}{${entries.join(', ')}}`
}
