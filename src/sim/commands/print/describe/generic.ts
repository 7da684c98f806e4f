/** A kind without a describer of its own (leases, events): its fields in alphabetical order, with readable names. */
import type { ApiObject } from '../../../api/types/index.ts'
import { goValue } from '../goValue.ts'
import { type DescribeContext, describeEventsOf } from './describer.ts'
import type { Description } from './description.ts'
import { describeAnnotations, describeLabels, sortedKeys } from './metadata.ts'

const shownAlready = new Set([
  '.metadata.managedFields',
  '.metadata.name',
  '.metadata.namespace',
  '.metadata.labels',
  '.metadata.annotations',
])

const acronyms = new Set(['API', 'URL', 'UID', 'GUID'])

export function describeAnyObject(out: Description, object: ApiObject, context: DescribeContext): void {
  out.field(0, 'Name', object.metadata.name)
  out.field(0, 'Namespace', object.metadata.namespace ?? '')
  describeLabels(out, 'Labels', object.metadata.labels)
  describeAnnotations(out, 'Annotations', object.metadata.annotations)
  describeFields(out, object as unknown as Fields, 0, '')
  describeEventsOf(out, object, context)
}

type Fields = Readonly<Record<string, unknown>>

function describeFields(out: Description, fields: Fields, level: number, path: string): void {
  for (const name of sortedKeys(fields)) {
    const value = fields[name]
    const at = `${path}.${name}`
    if (value === undefined || shownAlready.has(at)) continue
    if (Array.isArray(value)) {
      out.line(level, `${readable(name)}:`)
      for (const item of value) {
        if (isFields(item)) describeFields(out, item, level + 1, at)
        else out.line(level + 1, goValue(item))
      }
    } else if (isFields(value)) {
      out.line(level, `${readable(name)}:`)
      describeFields(out, value, level + 1, at)
    } else {
      out.field(level, readable(name), goValue(value))
    }
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** "leaseDurationSeconds" becomes "Lease Duration Seconds"; a name with other characters than letters stays. */
function readable(name: string): string {
  if (/[^\p{L}-]/u.test(name)) return name
  const words = name.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}\p{Ll}+|\p{Ll}+|-+/gu) ?? [name]
  return words
    .map((word) => {
      const upper = word.toUpperCase()
      if (acronyms.has(upper)) return upper
      return word === word.toLowerCase() ? upper.charAt(0) + word.slice(1) : word
    })
    .join(' ')
}
