/**
 * What the API server, the command line and the views need to know of one kind. Each kind is a folder in
 * `api/kinds/` whose `index.ts` exports one definition; nothing else lists them.
 */
import type { FieldError } from './fieldError.ts'
import type { ApiObject } from './types/index.ts'

/** A JSON object that is still being prepared (defaults, admission): not yet frozen, so it may be written to. */
// biome-ignore lint/suspicious/noExplicitAny: an object on its way in has no checked shape yet.
export type Draft = any

/** One column of `kubectl get`. Cells are text or numbers, printed left-aligned. */
export interface Column<T> {
  /** The heading, upper case, as kubectl prints it ("UP-TO-DATE"). */
  readonly name: string
  /** Shown only with `-o wide`. */
  readonly wide?: boolean
  /** `nowSeconds`: simulated Unix seconds, for ages. */
  cell(object: T, nowSeconds: number): string | number
}

/** The keys one object is filed under. A method type, so that a `Kind<Pod>` may be passed as a `Kind`. */
export type IndexFunction<T> = { keys(object: T): string | readonly string[] | undefined }['keys']

/** Which grammar `metadata.name` follows. */
export type NameRule = 'dns-subdomain' | 'dns-label' | 'dns-1035-label' | 'path-segment'

/** Another version in which the API serves a kind: objects are converted when they come and when they are answered. */
export interface OtherVersion {
  /** "v1" */
  readonly version: string
  toStored(object: Draft): Draft
  fromStored(object: Draft): Draft
}

export interface Kind<T extends ApiObject = ApiObject> {
  /** "Deployment" */
  readonly kind: string
  /** "apps", or "" for the core group. */
  readonly group: string
  /** "v1" */
  readonly version: string
  /** Versions in which objects may be sent, too. */
  readonly otherVersions?: readonly OtherVersion[]
  /** "deployments" */
  readonly plural: string
  /** "deployment" */
  readonly singular: string
  readonly shortNames: readonly string[]
  /** "all" where `kubectl get all` shows it. */
  readonly categories: readonly string[]
  readonly namespaced: boolean
  readonly nameRule: NameRule
  /** Whether status is a subresource: then main writes keep the old status and status writes keep the old spec. */
  readonly hasStatus: boolean
  /** Whether spec changes raise metadata.generation. */
  readonly hasGeneration: boolean
  /** Seconds of grace that a delete without options gives (Pods); absent: removed at once. */
  gracePeriodSeconds?(object: T): number
  /** Fills what the user left out, in place (pkg/apis/…/defaults.go). Runs on create and on update. */
  setDefaults?(object: Draft): void
  /** Registry strategy on create, after defaults: initial status, fields a user may not set. */
  prepareForCreate?(object: Draft): void
  /** Registry strategy on update of the main resource. */
  prepareForUpdate?(object: Draft, old: T): void
  /** Errors of a whole new object, metadata included (`validateObjectMeta` does that part). */
  validate?(object: T): readonly FieldError[]
  /** All errors of a change, those of the new object included; absent: as `validate`. */
  validateUpdate?(object: T, old: T): readonly FieldError[]
  /** What the server takes but warns of, about an object that was just created or changed. */
  warnings?(object: T): readonly string[]
  /** Index name → the keys this object is filed under. Kept by the registry on every write. */
  readonly indexes?: Readonly<Record<string, IndexFunction<T>>>
  /** Those of the indexes that look at metadata alone: a write that leaves it as it was can't change how the object is filed. */
  readonly metadataIndexes?: readonly string[]
  /**
   * What is new in a status, as further bits of the mask that watchers give (`parts`): above those of the ledger.
   * Absent: watchers are told of every status or of none.
   */
  facets?(before: T, after: T): number
  readonly columns: readonly Column<T>[]
  /**
   * Paths of the fields that the simulator acts on ("spec.replicas"), lists not marked; other fields are taken and
   * named as not simulated (see decode/notSimulated.ts). Absent: all of them.
   */
  readonly simulated?: readonly string[]
  /**
   * The object as a reader sees it: parts that are kept in closed form (a pod's token volume, a lease's renewal
   * time) are made real here. Absent: as stored.
   */
  present?(object: T): T
}

/** "apps/v1" or "v1". */
export function apiVersionOf(kind: Pick<Kind, 'group' | 'version'>): string {
  return kind.group === '' ? kind.version : `${kind.group}/${kind.version}`
}

/** A sent object, converted to the version in which the kind is stored. */
export function inStoredVersion(kind: Kind, object: Draft): Draft {
  return otherVersionOf(kind, object.apiVersion)?.toStored(object) ?? object
}

/** A stored object in the version of `apiVersion`. */
export function inVersion(kind: Kind, apiVersion: string, object: Draft): Draft {
  return otherVersionOf(kind, apiVersion)?.fromStored(object) ?? object
}

function otherVersionOf(kind: Kind, apiVersion: string): OtherVersion | undefined {
  return kind.otherVersions?.find(
    ({ version }) => apiVersionOf({ group: kind.group, version }) === apiVersion,
  )
}

/** "deployments.apps" or "pods": the resource as error texts name it. */
export function resourceName(kind: Pick<Kind, 'group' | 'plural'>): string {
  return kind.group === '' ? kind.plural : `${kind.plural}.${kind.group}`
}

/** "deployment.apps/web" or "pod/web-1": the object as kubectl's messages name it. */
export function objectName(kind: Pick<Kind, 'group' | 'singular'>, name: string): string {
  return kind.group === '' ? `${kind.singular}/${name}` : `${kind.singular}.${kind.group}/${name}`
}
