/** JSON patch (RFC 6902) as the API server takes it (gopkg.in/evanphx/json-patch.v4). */
import { equalValues, thaw } from '../../core/frozen.ts'
import { isObject, type Json } from './json.ts'

/** The server applies no patch with more operations. */
const mostOperations = 10_000

interface Operation {
  readonly op: string
  readonly path: string
  readonly from?: string
  readonly value?: Json
}

/** A patch that can't be applied, in the server's words. */
export class PatchError extends Error {}

/** Changes a copy of `document`. */
export function jsonPatch(document: Json, operations: readonly Operation[]): Json {
  if (operations.length > mostOperations) {
    const why = `The allowed maximum operations in a JSON patch is ${mostOperations}, got ${operations.length}`
    throw new PatchError(why)
  }
  const root = { document: thaw(document) }
  for (const operation of operations) apply(root, operation)
  return root.document
}

function apply(root: { document: Json }, operation: Operation): void {
  const { op, path, from = '' } = operation
  if (op === 'add') insert(root, path, thaw(operation.value), op)
  else if (op === 'remove') remove(root, path, op)
  else if (op === 'replace') replace(root, path, thaw(operation.value))
  else if (op === 'move') insert(root, path, remove(root, from, op), op)
  else if (op === 'copy') insert(root, path, thaw(read(root, from, op)), op)
  else if (op !== 'test') throw new PatchError(`Unexpected kind: ${op}`)
  else if (!equalValues(find(root, path), operation.value ?? null)) {
    throw new PatchError(`testing path ${path} value failed: test failed`)
  }
}

function steps(path: string): readonly string[] {
  const names = path.split('/').slice(1)
  // The whole document is no place in itself: the server's package finds nothing there either.
  if (names.length === 0) throw new PatchError(`no object has the path "${path}"`)
  if (names.includes('__proto__')) throw new PatchError(`no object has the path "${path}"`)
  return ['document', ...names.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))]
}

function parentOf(root: Json, path: string): { readonly parent: Json; readonly key: string } | undefined {
  const all = steps(path)
  let parent = root
  for (const step of all.slice(0, -1)) parent = child(parent, step)
  if (typeof parent !== 'object' || parent === null) return undefined
  return { parent, key: all.at(-1) as string }
}

function child(value: Json, step: string): Json {
  if (Array.isArray(value)) return value[indexIn(value, step) ?? -1]
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined
}

function find(root: Json, path: string): Json {
  const place = parentOf(root, path)
  return (place === undefined ? undefined : child(place.parent, place.key)) ?? null
}

function read(root: Json, path: string, op: string): Json {
  const place = parentOf(root, path)
  if (place === undefined) throw missing(op, path)
  const value = child(place.parent, place.key)
  if (value === undefined) throw missing(op, path)
  return value
}

function replace(root: Json, path: string, value: Json): void {
  read(root, path, 'replace')
  const { parent, key } = parentOf(root, path) as { parent: Json; key: string }
  parent[Array.isArray(parent) ? (indexIn(parent, key) as number) : key] = value
}

function insert(root: Json, path: string, value: Json, op: string): void {
  const place = parentOf(root, path)
  if (place === undefined) throw missing(op, path)
  const { parent, key } = place
  if (!Array.isArray(parent)) {
    parent[key] = value
    return
  }
  const at = key === '-' ? parent.length : Number(key)
  if (!Number.isInteger(at) || at < 0 || at > parent.length) throw outOfBounds(op, path, key)
  parent.splice(at, 0, value)
}

function remove(root: Json, path: string, op: string): Json {
  const value = read(root, path, op)
  const { parent, key } = parentOf(root, path) as { parent: Json; key: string }
  if (Array.isArray(parent)) parent.splice(indexIn(parent, key) as number, 1)
  else delete parent[key]
  return value
}

function indexIn(list: readonly Json[], step: string): number | undefined {
  const at = Number(step)
  return Number.isInteger(at) && at >= 0 && at < list.length ? at : undefined
}

function missing(op: string, path: string): PatchError {
  const doing =
    op === 'add'
      ? 'add operation does not apply: doc is missing path'
      : `${op} operation does not apply: doc is missing path`
  return new PatchError(`${doing}: "${path}": missing value`)
}

function outOfBounds(op: string, path: string, key: string): PatchError {
  return new PatchError(
    `${op} operation does not apply: doc is missing path: "${path}": Unable to access invalid index: ${key}: invalid index referenced`,
  )
}
