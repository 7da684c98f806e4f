/**
 * A JSON value read into the Go structures of the API, as the server's decoder does it (sigs.k8s.io/json, v1.36): wrong
 * types are noticed, unknown fields collected, and what comes out is what the server would write back, with empty
 * parts dropped, structures filled in and quantities in their canonical form.
 *
 * The order of errors is the decoder's: kubectl sends sorted keys; the first wrong type is remembered while reading
 * goes on; a value that its own type refuses (a quantity, a time) ends the reading at once.
 */
import { base64Fault } from '../base64.ts'
import { maxInt32 } from '../integers.ts'
import type { Draft } from '../kind.ts'
import { canonicalQuantity } from '../quantity.ts'
import { type FieldType, type Model, modelNamed } from '../schema/index.ts'
import { timeFault } from './time.ts'

const mostStrictErrors = 100
const mostInt64 = 9.223372036854776e18

/** Thrown where the decoder stops reading. */
export class DecodeError extends Error {}

export class Decoder {
  /** Of the form `unknown field "spec.foo"`. */
  readonly strictErrors: string[] = []
  #firstFault: string | undefined
  #structure = ''
  #path: readonly string[] = []

  /** The value as the server would write it back. Throws a DecodeError where it is no such structure. */
  read(model: Model, value: unknown): Draft {
    const result = this.#model(model, value, '')
    if (this.#firstFault !== undefined) throw new DecodeError(this.#firstFault)
    return result
  }

  /** `place` is where the value stands, as errors about unknown fields name it: "spec.containers[0]". */
  #value(type: FieldType, value: unknown, place: string): unknown {
    if (value === null || value === undefined) return undefined
    switch (type.shape) {
      case 'list':
        return this.#list(type, value, place)
      case 'map':
        return this.#map(type, value, place)
      case 'model':
        if (!isObject(value)) return this.#mismatch(type, value)
        return this.#model(modelNamed(type.name), value, place)
      default:
        return this.#scalar(type, value)
    }
  }

  #model(model: Model, value: unknown, place: string): Draft {
    const given = value as Readonly<Record<string, unknown>>
    const [structure, path] = [this.#structure, this.#path]
    const result: Record<string, unknown> = {}
    for (const key of Object.keys(given).sort()) {
      const type = model.fields.get(key)
      const at = place === '' ? key : `${place}.${key}`
      if (type === undefined) {
        if (this.strictErrors.length < mostStrictErrors) this.strictErrors.push(`unknown field "${at}"`)
        continue
      }
      this.#structure = model.goStruct
      this.#path = [...path, key]
      const field = this.#value(type, given[key], at)
      if (field !== undefined && !isDropped(type, field)) result[key] = field
    }
    this.#structure = structure
    this.#path = path
    fillStructures(model, result)
    return result
  }

  #list(type: FieldType, value: unknown, place: string): unknown {
    if (!Array.isArray(value)) return this.#mismatch(type, value)
    const item = type.item as FieldType
    return value.map((one, i) => this.#value(item, one, `${place}[${i}]`) ?? zeroOf(item))
  }

  #map(type: FieldType, value: unknown, place: string): unknown {
    if (!isObject(value)) return this.#mismatch(type, value)
    const item = type.item as FieldType
    const entries = Object.keys(value).sort()
    return Object.fromEntries(
      entries.map((key) => [key, this.#value(item, value[key], `${place}.${key}`) ?? zeroOf(item)]),
    )
  }

  #scalar(type: FieldType, value: unknown): unknown {
    switch (type.name) {
      case 'string':
        return typeof value === 'string' ? value : this.#mismatch(type, value)
      case 'bool':
        return typeof value === 'boolean' ? value : this.#mismatch(type, value)
      case 'int32':
      case 'int64':
      case 'int':
        return this.#integer(type, value)
      case 'float64':
        return typeof value === 'number' ? value : this.#mismatch(type, value)
      case '[]byte':
        return this.#bytes(type, value)
      case 'quantity':
        return this.#quantity(value)
      case 'intstr':
        return this.#intOrString(value)
      case 'time':
      case 'microtime':
        return this.#time(type, value)
      default:
        return value
    }
  }

  #integer(type: FieldType, value: unknown): unknown {
    if (typeof value !== 'number') return this.#mismatch(type, value)
    const most = type.name === 'int32' ? maxInt32 : mostInt64
    if (Number.isInteger(value) && value <= most && value >= -most - 1) return value
    return this.#fault(this.#wrongType(`number ${value}`, type.name))
  }

  #bytes(type: FieldType, value: unknown): unknown {
    if (typeof value !== 'string') return this.#mismatch(type, value)
    const at = base64Fault(value)
    return at === undefined ? value : this.#fault(`illegal base64 data at input byte ${at}`)
  }

  #quantity(value: unknown): string {
    const text = typeof value === 'string' ? value.trim() : JSON.stringify(value)
    try {
      return canonicalQuantity(text)
    } catch (error) {
      throw new DecodeError((error as Error).message)
    }
  }

  #intOrString(value: unknown): unknown {
    if (typeof value === 'string') return value
    if (typeof value !== 'number') throw new DecodeError(this.#wrongType(jsonType(value), 'int32'))
    if (Number.isInteger(value) && Math.abs(value) <= maxInt32) return value
    throw new DecodeError(this.#wrongType(`number ${value}`, 'int32'))
  }

  #time(type: FieldType, value: unknown): string {
    if (typeof value !== 'string') throw new DecodeError(this.#wrongType(jsonType(value), 'string'))
    const fault = timeFault(value, type.name === 'microtime')
    if (fault !== undefined) throw new DecodeError(fault)
    return value
  }

  #mismatch(type: FieldType, value: unknown): undefined {
    return this.#fault(this.#wrongType(jsonType(value), type.goName))
  }

  #fault(message: string): undefined {
    this.#firstFault ??= message
    return undefined
  }

  #wrongType(given: string, wanted: string): string {
    const field = `${this.#structure}.${this.#path.join('.')}`
    return `json: cannot unmarshal ${given} into Go struct field ${field} of type ${wanted}`
  }
}

/** What the server leaves out when it writes: zero values, unless their type tells them from absent ones. */
function isDropped(type: FieldType, value: unknown): boolean {
  if (type.pointer || type.always) return false
  if (Array.isArray(value)) return value.length === 0
  if (type.shape === 'map') return Object.keys(value as object).length === 0
  if (type.shape === 'model') return false
  if (type.name === 'quantity' || type.name === 'intstr') return false
  return value === '' || value === 0 || value === false
}

/** Structures that are no pointers are always there, as are scalars that are always written. */
function fillStructures(model: Model, result: Record<string, unknown>): void {
  for (const [name, type] of model.fields) {
    if (result[name] !== undefined || type.pointer) continue
    if (type.shape === 'model') result[name] = zeroOf(type)
    else if (type.shape === 'scalar' && type.always) result[name] = zeroOf(type)
  }
}

const zeroScalars: Readonly<Record<string, unknown>> = {
  string: '',
  int32: 0,
  int64: 0,
  int: 0,
  bool: false,
  quantity: '0',
  intstr: 0,
  '[]byte': '',
}

function zeroOf(type: FieldType): unknown {
  if (type.shape === 'list') return []
  if (type.shape === 'map') return {}
  if (type.shape === 'scalar') return zeroScalars[type.name] ?? null
  const result: Record<string, unknown> = {}
  fillStructures(modelNamed(type.name), result)
  return result
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  return typeof value === 'boolean' ? 'bool' : typeof value
}
