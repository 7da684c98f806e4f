/**
 * A manifest as kubectl 1.36 takes it from a file or from stdin: documents, their checks before anything is sent, lists
 * taken apart (k8s.io/cli-runtime/pkg/resource and k8s.io/kubectl/pkg/validation, v1.36).
 */
import { checkMetadata } from '../../api/decode/index.ts'
import { DecodeError } from '../../api/decode/values.ts'
import type { Draft } from '../../api/kind.ts'
import { kindFor } from '../../api/kinds/index.ts'
import { knownKind } from '../../api/schema/index.ts'
import { type DocumentRead, readDocuments } from './documents.ts'

/** An object to send, or what kubectl prints in its stead after "error: ". Entries stand in the order of the text. */
export type ManifestEntry =
  | {
      readonly object: Draft
      /** As the API spells it; the object may have the kind in small letters. */
      readonly kind: string
    }
  | { readonly error: string }

const mostCharacters = 3 * 1024 * 1024
const hint = 'if you choose to ignore these errors, turn validation off with --validate=false'

/** `source`: the file's name, or "STDIN". */
export function readManifest(text: string, source: string): readonly ManifestEntry[] {
  if (text.length > mostCharacters) return [{ error: `error parsing ${source}: larger than 3 MiB` }]
  const entries: ManifestEntry[] = []
  for (const document of readDocuments(text.replace(/^\uFEFF/, ''))) {
    const refusal = refusalOf(document, source)
    if (refusal !== undefined) return [...entries, { error: refusal }]
    if ('value' in document && document.value !== null) entries.push(...entriesOf(document.value, source))
  }
  return entries
}

/** Why kubectl reads no further; undefined: it does. */
function refusalOf(document: DocumentRead, source: string): string | undefined {
  if ('error' in document) return `error parsing ${source}: ${document.error}`
  if (document.value === null) return undefined
  const problems = problemsOf(document.value)
  if (problems.length === 0) return undefined
  const list = problems.length === 1 ? problems[0] : `[${problems.join(', ')}]`
  return `error validating "${source}": error validating data: ${list}; ${hint}`
}

function problemsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return ['invalid object to validate']
  const { apiVersion, kind } = value as Draft
  const problems = [...apiVersionProblems(apiVersion), ...kindProblems(kind)]
  if (problems.length > 0 || !isList(value)) return problems
  return apiVersion === 'v1' && kind === 'List' ? (value as Draft).items.flatMap(problemsOf) : []
}

function apiVersionProblems(apiVersion: unknown): readonly string[] {
  if (apiVersion === undefined || apiVersion === null) return ['apiVersion not set']
  if (typeof apiVersion !== 'string') return ["apiVersion isn't string type"]
  return apiVersion.split('/').length > 2 ? [`unexpected GroupVersion string: ${apiVersion}`] : []
}

function kindProblems(kind: unknown): readonly string[] {
  if (kind === undefined || kind === null) return ['kind not set']
  return typeof kind === 'string' ? [] : ["kind isn't string type"]
}

function entriesOf(value: Draft, source: string): readonly ManifestEntry[] {
  if (isList(value)) return value.items.flatMap((item: Draft) => entriesOf(item, source))
  return [entryOf(value, source)]
}

function entryOf(object: Draft, source: string): ManifestEntry {
  if (object.kind === '') {
    return { error: `unable to decode "${source}": Object 'Kind' is missing in '${sortedJson(object)}'` }
  }
  try {
    checkMetadata(object)
  } catch (error) {
    if (error instanceof DecodeError) return { error: `unable to decode "${source}": ${error.message}` }
    throw error
  }
  const known = knownKind(object.apiVersion, object.kind)
  if (known === undefined) return { error: unmapped(object, source) }
  if (kindFor(known.apiVersion, known.kind) !== undefined) {
    return { object: { ...object, metadata: object.metadata ?? {} }, kind: known.kind }
  }
  const name = object.metadata?.name ?? ''
  return {
    error: `unable to handle "${source}": ${known.kind} "${name}": the kind ${known.kind} in ${known.apiVersion} is not simulated`,
  }
}

function unmapped(object: Draft, source: string): string {
  const { name = '', namespace = '' } = object.metadata ?? {}
  const what = `no matches for kind "${object.kind}" in version "${object.apiVersion}"`
  return (
    `resource mapping not found for name: "${name}" namespace: "${namespace}" from "${source}": ${what}\n` +
    'ensure CRDs are installed first'
  )
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one
    return Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** Whatever has items is a list to kubectl. */
function isList(value: Draft): boolean {
  return Array.isArray(value.items) && typeof value.kind === 'string' && value.kind.endsWith('List')
}
