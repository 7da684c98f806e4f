/**
 * What the API server makes of the JSON that kubectl sends, with strict field validation (the default of kubectl 1.36):
 * an object of a known kind, or a refusal in the server's words.
 */
import type { Draft } from '../kind.ts'
import { type KnownKind, knownKind, modelNamed } from '../schema/index.ts'
import { StatusError } from '../status.ts'
import { DecodeError, Decoder } from './values.ts'

/** The object as the server would write it back. Throws BadRequest where it has unknown fields or wrong types. */
export function decode(object: Draft): Draft {
  const known = knownKind(object.apiVersion, object.kind)
  if (known === undefined) throw new Error(`the schema has no ${object.kind} in ${object.apiVersion}`)
  if (known.kind !== object.kind) throw refusal(object.kind, known, unregistered(object))
  const decoder = new Decoder()
  const result = read(decoder, known, object)
  if (decoder.strictErrors.length > 0) {
    throw refusal(known.kind, known, `strict decoding error: ${decoder.strictErrors.join(', ')}`)
  }
  return result
}

/** Metadata as kubectl itself reads it, before it asks the server. Throws a DecodeError. */
export function checkMetadata(object: Draft): void {
  const wrapper = { ...modelNamed('ConfigMap'), goStruct: 'metadataOnlyObject' }
  const decoder = new Decoder()
  decoder.read(wrapper, { apiVersion: object.apiVersion, kind: object.kind, metadata: object.metadata })
}

function read(decoder: Decoder, known: KnownKind, object: Draft): Draft {
  try {
    return decoder.read(modelNamed(known.model), object)
  } catch (error) {
    if (error instanceof DecodeError) throw refusal(known.kind, known, error.message)
    throw error
  }
}

function refusal(given: string, known: KnownKind, why: string): StatusError {
  const version = known.apiVersion.split('/').at(-1)
  const message = `${given} in version "${version}" cannot be handled as a ${known.kind}: ${why}`
  return new StatusError('BadRequest', message)
}

function unregistered(object: Draft): string {
  const scheme = 'k8s.io/kubernetes/pkg/api/legacyscheme/scheme.go:30'
  return `no kind "${object.kind}" is registered for version "${object.apiVersion}" in scheme "${scheme}"`
}
