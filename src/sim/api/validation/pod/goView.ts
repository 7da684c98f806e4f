/**
 * A value as the API server's own Go structures would print it: their field names and order, with zero values for what
 * is absent. Error texts of v1.36 show whole structures that way.
 *
 * `goFields.json` lists the fields of each structure as `Name=jsonName:type`, the JSON name left out where it is the
 * Go name with a small first letter. Types: s text, i number, b boolean, q quantity, n anything that may be null, else
 * the name of a structure, with * for a pointer to it and [] for a list.
 */
import type { Draft } from '../../kind.ts'
import goFields from './goFields.json' with { type: 'json' }

interface GoField {
  readonly name: string
  readonly jsonName: string
  readonly type: string
}

const zeros: Readonly<Record<string, unknown>> = { s: '', i: 0, b: false, q: '0', n: null }
const structures: Readonly<Record<string, string>> = goFields
const parsed = new Map<string, readonly GoField[]>()

/** The pod's own fields that Go keeps in the security context. */
const hostFields = ['hostNetwork', 'hostPID', 'hostIPC', 'shareProcessNamespace', 'hostUsers']

export function goView(structure: string, value: Draft): Readonly<Record<string, unknown>> {
  const view: Record<string, unknown> = {}
  for (const { name, jsonName, type } of fieldsOf(structure)) view[name] = fieldView(type, value?.[jsonName])
  return view
}

export function goPodSpec(spec: Draft): Readonly<Record<string, unknown>> {
  const hostPart = Object.fromEntries(hostFields.map((field) => [field, spec[field]]))
  return goView('PodSpec', { ...spec, securityContext: { ...hostPart, ...spec.securityContext } })
}

function fieldView(type: string, value: Draft): unknown {
  if (type.startsWith('[]')) {
    if (value === undefined || value.length === 0) return null
    return value.map((one: Draft) => goView(type.slice(2), one))
  }
  if (type.startsWith('*')) return value === undefined ? null : goView(type.slice(1), value)
  if (structures[type] !== undefined) return goView(type, value)
  return value ?? zeros[type] ?? null
}

function fieldsOf(structure: string): readonly GoField[] {
  const known = parsed.get(structure)
  if (known !== undefined) return known
  const fields = (structures[structure] ?? '').split(' ').map(parseField)
  parsed.set(structure, fields)
  return fields
}

function parseField(text: string): GoField {
  const [names = '', type = 'n'] = text.split(':')
  const [name = '', jsonName] = names.split('=')
  return { name, jsonName: jsonName ?? name.charAt(0).toLowerCase() + name.slice(1), type }
}
