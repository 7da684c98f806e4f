/** `-f`: the objects in files and standard input, with their kinds and the namespaces that they go to. */
import { decode } from '../../../api/decode/index.ts'
import { apiVersionOf, type Draft, inStoredVersion, type Kind } from '../../../api/kind.ts'
import { kindFor } from '../../../api/kinds/index.ts'
import { StatusError } from '../../../api/status.ts'
import { type ManifestEntry, readManifest } from '../../manifest/index.ts'
import { CommandError } from '../errors.ts'
import type { Call } from '../verb.ts'

export interface Manifest {
  readonly kind: Kind
  /** Empty where the kind has none. */
  readonly namespace: string
  /** As written, with its namespace. */
  readonly object: Draft
  /** "web.yaml" or "STDIN" */
  readonly source: string
}

export interface Manifests {
  readonly manifests: readonly Manifest[]
  /** What single documents are refused for: the others go on. */
  readonly errors: readonly unknown[]
}

/** `asSent`: objects keep the version in which they are written, for the server to convert. */
export interface ManifestOptions {
  readonly asSent?: boolean
}

/** Throws when one of the files can't be read. */
export function readManifests(call: Call, { asSent = false }: ManifestOptions = {}): Manifests {
  if (call.flags.text('kustomize') !== '')
    throw new CommandError('the simulator does not build kustomizations')
  const manifests: Manifest[] = []
  const errors: unknown[] = []
  for (const path of call.flags.list('filename')) {
    const source = path === '-' ? 'STDIN' : path
    for (const entry of readManifest(textOf(call, path), source)) {
      const read = manifestOf(call, entry, source)
      if (read instanceof CommandError) errors.push(read)
      else if (asSent || read.object.apiVersion === apiVersionOf(read.kind)) manifests.push(read)
      else collectConverted(read, manifests, errors)
    }
  }
  return { manifests, errors }
}

/** Another version is read as the server would read it, and goes on in the one that is stored. */
function collectConverted(read: Manifest, manifests: Manifest[], errors: unknown[]): void {
  try {
    manifests.push({ ...read, object: inStoredVersion(read.kind, decode(read.object)) })
  } catch (error) {
    if (!(error instanceof StatusError)) throw error
    errors.push(error)
  }
}

function textOf(call: Call, path: string): string {
  if (/^https?:\/\//.test(path)) throw new CommandError(`the simulator reads no addresses: ${path}`)
  const text = path === '-' ? (call.session.stdin ?? '') : call.session.readFile(path)
  if (text === undefined) throw new CommandError(`the path ${JSON.stringify(path)} does not exist`)
  return text
}

function manifestOf(call: Call, entry: ManifestEntry, source: string): Manifest | CommandError {
  if ('error' in entry) return new CommandError(entry.error)
  const { apiVersion, metadata = {} } = entry.object
  const kind = kindFor(apiVersion, entry.kind) as Kind
  if (!kind.namespaced) return { kind, namespace: '', object: { ...entry.object, metadata }, source }
  const own = metadata?.namespace || undefined
  if (call.namespaceGiven && own !== undefined && own !== call.namespace) {
    return new CommandError(
      `the namespace from the provided object ${JSON.stringify(own)} does not match the namespace ${JSON.stringify(call.namespace)}. You must pass '--namespace=${own}' to perform this operation.`,
    )
  }
  const namespace: string = own ?? call.namespace
  return { kind, namespace, object: { ...entry.object, metadata: { ...metadata, namespace } }, source }
}
