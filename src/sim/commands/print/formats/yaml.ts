/** `-o yaml` as sigs.k8s.io/yaml writes it: sorted keys, lists not indented under their key. */
import { naturalKeyOrder } from './yamlKeyOrder.ts'
import { yamlKey, yamlString } from './yamlScalar.ts'

/** A document, with its last line break. */
export function yaml(value: unknown): string {
  if (isCollection(value) && !isEmpty(value)) return `${block(value, 0)}\n`
  return `${scalar(value, 0, 0)}\n`
}

/** An item of a list at the margin, with its last line break. */
export function yamlItem(value: unknown): string {
  return `${sequence([value], 0)}\n`
}

type Collection = readonly unknown[] | Readonly<Record<string, unknown>>

function block(value: Collection, indent: number): string {
  return Array.isArray(value) ? sequence(value, indent) : mapping(value as Record<string, unknown>, indent)
}

function mapping(value: Readonly<Record<string, unknown>>, indent: number): string {
  const keys = presentKeys(value).sort(naturalKeyOrder)
  return keys.map((key) => entry(yamlKey(key), value[key], indent)).join(`\n${' '.repeat(indent)}`)
}

function entry(key: string, value: unknown, indent: number): string {
  if (!isCollection(value) || isEmpty(value))
    return `${key}: ${scalar(value, indent + key.length + 2, indent + 2)}`
  const inner = Array.isArray(value) ? indent : indent + 2
  return `${key}:\n${' '.repeat(inner)}${block(value, inner)}`
}

function sequence(value: readonly unknown[], indent: number): string {
  return value
    .map((item) =>
      isCollection(item) && !isEmpty(item)
        ? `- ${block(item, indent + 2)}`
        : `- ${scalar(item, indent + 2, indent + 2)}`,
    )
    .join(`\n${' '.repeat(indent)}`)
}

function scalar(value: unknown, column: number, indent: number): string {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return '[]'
  if (typeof value === 'object') return '{}'
  return typeof value === 'string' ? yamlString(value, column, indent) : String(value)
}

function isCollection(value: unknown): value is Collection {
  return typeof value === 'object' && value !== null
}

function isEmpty(value: Collection): boolean {
  return Array.isArray(value)
    ? value.length === 0
    : presentKeys(value as Record<string, unknown>).length === 0
}

function presentKeys(value: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined)
}
