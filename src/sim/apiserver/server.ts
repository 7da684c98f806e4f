/**
 * The API server: the only way to the registry. Verbs refuse by throwing a `StatusError` whose text is the real
 * one's, and then nothing has changed.
 *
 * Models kube-apiserver v1.36 (staging/src/k8s.io/apiserver/pkg/registry/generic/registry/store.go).
 * Deviations: no authentication or managed fields; writes take no time; create, update and delete validate, status
 * writes of the cluster's own components do not.
 */
import { type Draft, type Kind, resourceName } from '../api/kind.ts'
import type { Reader } from '../api/reader.ts'
import { alreadyExistsError, conflictError, notFoundError, StatusError, staleObject } from '../api/status.ts'
import type { ApiObject, Event, Labels, Pod } from '../api/types/index.ts'
import { timeText, unixSeconds } from '../core/clock.ts'
import { deepFreeze, settledThrough, thaw } from '../core/frozen.ts'
import { changed } from '../core/ledger.ts'
import type { State } from '../core/state.ts'
import { type AdmissionRequest, admit } from './admission/index.ts'
import { boundSpec } from './binding.ts'
import type { Caller, DeleteOptions } from './caller.ts'
import { finalizersAfterDelete, graceOf, isHeldByNamespace, markedDeleted, mayGo } from './deletion.ts'
import { EventStore } from './events/eventStore.ts'
import { Heartbeats } from './heartbeats.ts'
import { bumpGeneration, differences, generatedName, sharingParts, updatedMetadata } from './metadata.ts'
import type { MetricSource } from './metricsApi.ts'
import { checkPreconditions, checkVersion, refuseInvalid } from './preconditions.ts'
import { type Filed, type Page, Storage } from './storage.ts'

export { shelves } from './storage.ts'

export interface CreateOptions {
  /** The uid (or another text) that the new object's uid and name suffix are drawn from. */
  readonly parent?: string
  /** Answer as if written, but write nothing. */
  readonly dryRun?: boolean
}

export class ApiServer implements Reader {
  readonly state: State
  readonly eventStore: EventStore
  readonly heartbeats: Heartbeats
  /** False while the API server is stopped: every call is refused, and no watch is delivered. */
  running = true
  /** What serves the metrics APIs; undefined: they are not served. */
  metrics: MetricSource | undefined
  readonly #storage: Storage

  constructor(state: State) {
    this.state = state
    this.#storage = new Storage(state)
    this.eventStore = new EventStore(state)
    this.heartbeats = new Heartbeats(this)
  }

  get nowSeconds(): number {
    return unixSeconds(this.state.tick)
  }

  // ── Reads ────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** `name`: undefined in what somebody sent who forgot it. */
  get<T extends ApiObject>(kind: Kind<T>, namespace: string, name: string | undefined): T | undefined {
    this.#answer()
    return name === undefined ? undefined : this.stored(kind, namespace, name)
  }

  /** As `get`, but refuses when there is none. */
  require<T extends ApiObject>(kind: Kind<T>, namespace: string, name: string): T {
    const object = this.get(kind, namespace, name)
    if (object === undefined) throw notFoundError(resourceName(kind), name)
    return object
  }

  list<T extends ApiObject>(kind: Kind<T>, namespace?: string): readonly T[] {
    this.#answer()
    return this.#storage.list(kind, namespace)
  }

  /** How many objects there are, in this namespace if any, in this place of an index if any. */
  count(kind: Kind, namespace?: string, filed?: Filed): number {
    this.#answer()
    return this.#storage.count(kind, namespace, filed)
  }

  /** Some of them, in the order in which they were made. */
  page<T extends ApiObject>(
    kind: Kind<T>,
    namespace: string | undefined,
    from: number,
    most: number,
    filed?: Filed,
  ): Page<T> {
    this.#answer()
    return this.#storage.page(kind, namespace, from, most, filed)
  }

  /** Of a list what is filed under `key`, in the same order. */
  filed<T extends ApiObject>(kind: Kind<T>, index: string, key: string): readonly T[] {
    this.#answer()
    return this.#storage.filed(kind, index, key)
  }

  /** As `list`, whether or not the server answers. */
  storedList<T extends ApiObject>(kind: Kind<T>): readonly T[] {
    return this.#storage.list(kind)
  }

  byIndex<T extends ApiObject>(kind: Kind<T>, index: string, key: string): readonly T[] {
    return this.#storage.byIndex(kind, index, key)
  }

  events(): readonly Event[] {
    this.#answer()
    return this.eventStore.list()
  }

  /** About some version of an object, in order of last occurrence. */
  eventsAbout(object: ApiObject): readonly Event[] {
    this.#answer()
    return this.eventStore.about(object)
  }

  /** In order of namespace and name, each made when its turn comes. */
  eachEvent(namespace: string | undefined, visit: (event: Event) => void): void {
    this.#answer()
    this.eventStore.eachByName(namespace, visit)
  }

  /** Some of the objects that there are events about: `EventStore.subjects`. */
  eventSubjects(namespace: string | undefined, from: number, most: number) {
    this.#answer()
    return this.eventStore.subjects(namespace, from, most)
  }

  /** The stored object, whether or not the server answers: for its own use and for components' caches. */
  stored<T extends ApiObject>(kind: Kind<T>, namespace: string, name: string): T | undefined {
    return this.#storage.find(kind, namespace, name)
  }

  /** The object's slot in the registry; 0: there is none. */
  slot(kind: Kind, namespace: string, name: string): number {
    return this.#storage.slot(kind, namespace, name)
  }

  // ── Writes ───────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Creates an object from what a user or controller sent. Answers what was stored. */
  create<T extends ApiObject>(caller: Caller, kind: Kind<T>, sent: T, options: CreateOptions = {}): T {
    this.#answer()
    const draft: Draft = thaw(sent)
    const request: AdmissionRequest = {
      verb: 'create',
      kind: kind,
      draft,
      server: this,
      caller,
    }
    const parent = this.#nameDraft(kind, draft, options)
    kind.setDefaults?.(draft)
    admit(request)
    kind.prepareForCreate?.(draft)
    refuseInvalid(kind, draft.metadata.name, kind.validate?.(draft) ?? [])
    if (this.slot(kind, draft.metadata.namespace, draft.metadata.name) !== 0) {
      throw alreadyExistsError(resourceName(kind), draft.metadata.name)
    }
    if (options.dryRun) return deepFreeze({ ...draft, metadata: dryMetadata(draft.metadata) })
    this.state.countBirth(parent)
    return this.#storage.insert(caller, kind, deepFreeze(draft))
  }

  /**
   * Creates an object that a trusted component built whole: defaulted, valid, its parts frozen. Only metadata that
   * the server owns is added, and the namespace is checked. `isNew`: the component has made sure that the name is free.
   */
  createTrusted<T extends ApiObject>(caller: Caller, kind: Kind<T>, object: T, isNew = false): T {
    this.#answer()
    admit({
      verb: 'create',
      kind: kind,
      draft: object,
      server: this,
      caller,
      trusted: true,
    })
    if (!isNew && this.slot(kind, object.metadata.namespace ?? '', object.metadata.name) !== 0) {
      throw alreadyExistsError(resourceName(kind), object.metadata.name)
    }
    return this.#storage.insert(caller, kind, object)
  }

  /** Replaces the main resource (not its status). An absent resourceVersion means unconditionally. */
  update<T extends ApiObject>(caller: Caller, kind: Kind<T>, sent: T, dryRun = false): T {
    this.#answer()
    const stored = this.require(kind, sent.metadata.namespace ?? '', sent.metadata.name)
    checkVersion(kind, sent, stored)
    const draft: Draft = thaw(kind.hasStatus ? { ...sent, status: undefined } : sent)
    draft.metadata = updatedMetadata(draft.metadata, stored.metadata)
    if (kind.hasStatus) draft.status = (stored as Draft).status
    kind.setDefaults?.(draft)
    admit({ verb: 'update', kind: kind, draft, stored, server: this, caller })
    kind.prepareForUpdate?.(draft, stored)
    const errors = kind.validateUpdate?.(draft, stored) ?? kind.validate?.(draft) ?? []
    refuseInvalid(kind, sent.metadata.name, errors)
    const next = sharingParts(draft as T, stored)
    const specChanged = (next as Draft).spec !== (stored as Draft).spec
    const metadata = specChanged && kind.hasGeneration ? bumpGeneration(next.metadata) : next.metadata
    return this.#replace(caller, { ...next, metadata }, stored, dryRun)
  }

  /**
   * Writes a status computed from `seen`; refused with 409 when the object has moved on since. `annotations` are
   * written along: the status endpoint of Deployments leaves only labels and spec alone.
   */
  updateStatus<T extends ApiObject>(
    caller: Caller,
    kind: Kind<T>,
    seen: T,
    status: unknown,
    annotations?: Labels,
  ): T {
    this.#answer()
    const stored = this.#newest(kind, seen)
    if (stored.metadata.uid !== seen.metadata.uid) throw notFoundError(resourceName(kind), seen.metadata.name)
    if (stored.metadata.resourceVersion !== seen.metadata.resourceVersion) {
      throw conflictError(resourceName(kind), seen.metadata.name, staleObject)
    }
    if (annotations === undefined) return this.#writeStatus(caller, stored, status)
    const metadata = { ...stored.metadata, annotations }
    const next = { ...stored, metadata, status: settledThrough(status) }
    return this.#storage.write(caller, next, stored, changed.metadata | changed.status)
  }

  /** Writes a status whatever the object's version: what a patch of the status does. */
  patchStatus<T extends ApiObject>(
    caller: Caller,
    kind: Kind<T>,
    target: T,
    status: (stored: T) => unknown,
  ): T {
    this.#answer()
    const stored = this.#newestSelf(kind, target)
    return this.#writeStatus(caller, stored, status(stored))
  }

  /** As `patchStatus`, where the status does not depend on what is stored. */
  replaceStatus<T extends ApiObject>(caller: Caller, kind: Kind<T>, target: T, status: unknown): T {
    this.#answer()
    return this.#writeStatus(caller, this.#newestSelf(kind, target), status)
  }

  /**
   * Changes an object by a function on its newest value, with defaults and validation: what a patch does. The
   * function may return the same value, and then nothing is written.
   */
  patch<T extends ApiObject>(
    caller: Caller,
    kind: Kind<T>,
    namespace: string,
    name: string,
    change: (draft: Draft) => Draft,
    dryRun = false,
  ): T {
    this.#answer()
    const stored = this.require(kind, namespace, name)
    const draft = change(thaw(stored))
    return this.update(caller, kind, draft as T, dryRun)
  }

  /**
   * Writes an object that a trusted component built whole, even if it is the same as before: where something kept in
   * closed form begins or ends, watchers are to hear of it.
   */
  overwrite<T extends ApiObject>(caller: Caller, kind: Kind<T>, next: T): T {
    this.#answer()
    const stored = this.require(kind, next.metadata.namespace ?? '', next.metadata.name)
    checkVersion(kind, next, stored)
    return this.#storage.write(caller, next, stored, changed.spec)
  }

  /** pods/binding: gives an unbound pod its node. `status`: the one it has from then on, frozen. */
  bind(
    caller: Caller,
    kind: Kind<Pod>,
    pod: Pod,
    nodeName: string,
    status: (stored: Pod) => Pod['status'],
  ): Pod {
    this.#answer()
    const stored = this.#newest(kind, pod)
    const refuse = (why: string) => conflictError('pods/binding', pod.metadata.name, why)
    if (stored.metadata.uid !== pod.metadata.uid) throw refuse('the UID in the precondition does not match')
    if (stored.metadata.deletionTimestamp !== undefined)
      throw refuse(`pod ${pod.metadata.name} is being deleted, cannot be assigned to a host`)
    if (stored.spec.nodeName)
      throw refuse(`pod ${pod.metadata.name} is already assigned to node "${stored.spec.nodeName}"`)
    const spec = boundSpec(stored.spec, nodeName)
    const { apiVersion, kind: name, metadata } = stored
    const next: Pod = { apiVersion, kind: name, metadata, spec, status: status(stored) }
    return this.#storage.writeFrozen(caller, next, stored, changed.spec | changed.status)
  }

  /** Answers the object as it is after the call, or undefined when it is gone at once. */
  delete<T extends ApiObject>(
    caller: Caller,
    kind: Kind<T>,
    namespace: string,
    name: string,
    options: DeleteOptions = {},
  ): T | undefined {
    this.#answer()
    const stored = this.require(kind, namespace, name)
    checkPreconditions(kind, stored, options)
    const grace = graceOf(kind, stored, options)
    const finalizers = finalizersAfterDelete(stored, options)
    if (grace === 0 && finalizers.length === 0 && !isHeldByNamespace(stored)) {
      this.#storage.remove(caller, stored)
      return undefined
    }
    const next = markedDeleted(kind, stored, grace, finalizers, this.state.tick)
    if (next === stored) return stored
    return this.#storage.write(caller, next, stored, changed.metadata | changed.deletion)
  }

  /** Removes the last hold on a terminating namespace. */
  finalizeNamespace<T extends ApiObject>(caller: Caller, stored: T): T | undefined {
    this.#answer()
    const next = { ...(stored as Draft), spec: {} } as T
    if (stored.metadata.deletionTimestamp === undefined) return stored
    if ((stored.metadata.finalizers ?? []).length > 0) return this.#replace(caller, next, stored, false)
    this.#storage.remove(caller, stored)
    return undefined
  }

  // ── Inside ───────────────────────────────────────────────────────────────────────────────────────────────────────

  #answer(): void {
    if (this.running) return
    const message =
      'The connection to the server 10.0.0.1:6443 was refused - did you specify the right host or port?'
    throw new StatusError('ConnectionRefused', message)
  }

  /** The stored version of an object that the caller has seen before. */
  #newest<T extends ApiObject>(kind: Kind<T>, seen: T): T {
    const stored = this.#storage.newest(kind, seen)
    if (stored === undefined) throw notFoundError(resourceName(kind), seen.metadata.name)
    return stored
  }

  /** As `#newest`, but not another object that has got its name. */
  #newestSelf<T extends ApiObject>(kind: Kind<T>, seen: T): T {
    const stored = this.#newest(kind, seen)
    if (stored.metadata.uid !== seen.metadata.uid) throw notFoundError(resourceName(kind), seen.metadata.name)
    return stored
  }

  /** Answers whose birth this is. */
  #nameDraft(kind: Kind, draft: Draft, options: CreateOptions): string {
    draft.metadata ??= {}
    const { metadata } = draft
    if (kind.namespaced) metadata.namespace ??= 'default'
    else delete metadata.namespace
    const parent =
      options.parent ?? `${kind.plural}/${metadata.namespace ?? ''}/${metadata.name ?? metadata.generateName}`
    const birth = options.dryRun ? { uid: '', suffix: 'xxxxx' } : this.state.previewBirth(parent)
    if (!metadata.name && metadata.generateName)
      metadata.name = generatedName(metadata.generateName, birth.suffix)
    metadata.name ??= ''
    metadata.uid = birth.uid
    metadata.creationTimestamp = timeText(this.state.tick)
    delete metadata.resourceVersion
    delete metadata.deletionTimestamp
    delete metadata.deletionGracePeriodSeconds
    delete metadata.managedFields
    delete metadata.selfLink
    if (kind.hasGeneration) metadata.generation = 1
    else delete metadata.generation
    return parent
  }

  #replace<T extends ApiObject>(caller: Caller, next: T, stored: T, dryRun: boolean): T {
    const mask = differences(next, stored)
    if (mask === 0) return stored
    if (dryRun) return deepFreeze(next)
    const written = this.#storage.write(caller, next, stored, mask)
    if (mayGo(written) && !isHeldByNamespace(written)) this.#storage.remove(caller, written)
    return written
  }

  #writeStatus<T extends ApiObject>(caller: Caller, stored: T, status: unknown): T {
    if (status === (stored as Draft).status) return stored
    return this.#storage.writeStatus(caller, stored, settledThrough(status))
  }
}

function dryMetadata(metadata: Draft): Draft {
  return { ...metadata, uid: metadata.uid, resourceVersion: '' }
}
