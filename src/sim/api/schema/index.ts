/** The fields of the common API kinds of 1.36 and their Go types: schema-1.36.json, made readable. */
import schema from './schema-1.36.json' with { type: 'json' }

/** A Go type. `pointer` fields keep zero values; `always` fields are written even when empty. */
export interface FieldType {
  readonly pointer: boolean
  readonly always: boolean
  /** A list or a map of `item`, a structure of the schema, or a scalar. */
  readonly shape: 'list' | 'map' | 'model' | 'scalar'
  readonly item?: FieldType
  /** The structure's name in the schema, or the scalar: string int32 int64 bool float64 byte quantity intstr time … */
  readonly name: string
  /** The type as Go's error texts print it ("v1.RestartPolicy", "[]v1.Container"). */
  readonly goName: string
}

export interface Model {
  readonly name: string
  /** Without package and group: "PodSpec". */
  readonly goStruct: string
  readonly fields: ReadonlyMap<string, FieldType>
}

export interface KnownKind {
  readonly apiVersion: string
  readonly kind: string
  readonly plural: string
  readonly namespaced: boolean
  readonly model: string
}

export const knownKinds: readonly KnownKind[] = schema.kinds.map((line) => {
  const [apiVersion = '', kind = '', plural = '', scope, model = ''] = line.split(' ')
  return { apiVersion, kind, plural, namespaced: scope === 'namespaced', model }
})

const texts: Readonly<Record<string, string>> = schema.models
const models = new Map<string, Model>()

/** Also finds a kind that is written in small letters, as kubectl does. */
export function knownKind(apiVersion: string, kind: string): KnownKind | undefined {
  return knownKinds.find(
    (one) => one.apiVersion === apiVersion && (one.kind === kind || one.kind.toLowerCase() === kind),
  )
}

export function modelNamed(name: string): Model {
  const known = models.get(name)
  if (known !== undefined) return known
  const text = texts[name]
  if (text === undefined) throw new Error(`the schema has no ${name}`)
  const model: Model = { name, goStruct: goStructName(name), fields: new Map(fieldsIn(text)) }
  models.set(name, model)
  return model
}

function fieldsIn(text: string): readonly [string, FieldType][] {
  if (text === '') return []
  return text.split(' ').map((field) => {
    const at = field.indexOf('=')
    return [field.slice(0, at), typeOf(field.slice(at + 1))]
  })
}

/** Reads "[]Container!", "*int32", "{}string", "@RestartPolicy". */
function typeOf(text: string): FieldType {
  if (text.endsWith('!')) return { ...typeOf(text.slice(0, -1)), always: true }
  if (text.startsWith('*')) return { ...typeOf(text.slice(1)), pointer: true }
  const base = { pointer: false, always: false }
  if (text === 'resources') {
    return { ...base, shape: 'map', item: typeOf('quantity'), name: text, goName: 'v1.ResourceList' }
  }
  if (text.startsWith('[]') && text !== '[]byte') {
    const item = typeOf(text.slice(2))
    return { ...base, shape: 'list', item, name: '', goName: `[]${pointed(item)}` }
  }
  if (text.startsWith('{}')) {
    const item = typeOf(text.slice(2))
    return { ...base, shape: 'map', item, name: '', goName: `map[string]${pointed(item)}` }
  }
  if (text.startsWith('@'))
    return { ...base, shape: 'scalar', name: 'string', goName: namedType(text.slice(1)) }
  if (texts[text] !== undefined) return { ...base, shape: 'model', name: text, goName: goTypeName(text) }
  return { ...base, shape: 'scalar', name: text, goName: scalarTypes[text] ?? text }
}

const scalarTypes: Readonly<Record<string, string>> = {
  '[]byte': '[]uint8',
  quantity: 'resource.Quantity',
  intstr: 'intstr.IntOrString',
  time: 'v1.Time',
  microtime: 'v1.MicroTime',
}

function pointed(item: FieldType): string {
  return item.pointer ? `*${item.goName}` : item.goName
}

/** "types.UID" has its own package, the others are in that of their API version. */
function namedType(name: string): string {
  return name.includes('.') ? name : `v1.${name}`
}

function goStructName(model: string): string {
  return model.replace(/^v\d\w*\./, '').replace(/@.*$/, '')
}

function goTypeName(model: string): string {
  const version = /^v\d\w*(?=\.)/.exec(model)?.[0] ?? 'v1'
  return `${version}.${goStructName(model)}`
}
