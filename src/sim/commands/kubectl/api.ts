/**
 * kubectl's way to the API server: every write is its own, because of the command line. Reads show objects as a
 * reader sees them: what is kept in closed form is made real.
 *
 * There are no roles in this cluster: the administrator may do everything, whoever `--as` names may do nothing.
 */
import { decode } from '../../api/decode/index.ts'
import { DecodeError, Decoder } from '../../api/decode/values.ts'
import { invalid } from '../../api/fieldError.ts'
import { type Draft, inStoredVersion, inVersion, type Kind, resourceName } from '../../api/kind.ts'
import { Events } from '../../api/kinds/event/index.ts'
import { Leases } from '../../api/kinds/lease/index.ts'
import { Namespaces } from '../../api/kinds/namespace/index.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { knownKind, modelNamed } from '../../api/schema/index.ts'
import { forbiddenError, invalidError, notFoundError, StatusError } from '../../api/status.ts'
import type { ApiObject, Lease, Pod } from '../../api/types/index.ts'
import type { Caller, DeleteOptions } from '../../apiserver/caller.ts'
import { evict } from '../../apiserver/eviction.ts'
import type { ApiServer } from '../../apiserver/server.ts'
import type { Filed, Page } from '../../apiserver/storage.ts'
import type { Session } from '../execution.ts'
import { refuseBeyondCaps } from './caps.ts'
import type { Output } from './output.ts'

const immortalNamespaces = new Set(['default', 'kube-system', 'kube-public'])

type RequestVerb = 'get' | 'list' | 'create' | 'update' | 'patch' | 'delete'

export class Api {
  readonly server: ApiServer
  readonly #session: Session
  readonly #user: string
  readonly #output: Output

  constructor(session: Session, user: string, output: Output) {
    this.server = session.engine.server
    this.#session = session
    this.#user = user
    this.#output = output
  }

  /** Asked for only by writes: a line that writes nothing leaves no trace. */
  get caller(): Caller {
    return { actor: 'kubectl', cause: this.#session.cause }
  }

  get(kind: Kind, namespace: string, name: string): ApiObject | undefined {
    this.#authorize('get', kind, namespace, name)
    if (kind === (Events as Kind))
      return this.server
        .events()
        .find(({ metadata }) => metadata.namespace === namespace && metadata.name === name)
    const object = this.server.get(kind, namespace, name)
    return object === undefined ? undefined : this.present(kind, object)
  }

  require(kind: Kind, namespace: string, name: string): ApiObject {
    const object = this.get(kind, namespace, name)
    if (object === undefined) throw notFoundError(resourceName(kind), name)
    return object
  }

  /**
   * Sorted by namespace and name; `namespace` undefined: all of them. `filed`: those in this place of an index are enough,
   * of whatever namespace.
   */
  list(kind: Kind, namespace: string | undefined, filed?: Filed): readonly ApiObject[] {
    return this.listStored(kind, namespace, filed).map((object) => this.present(kind, object))
  }

  /** The same as they are stored. */
  listStored(kind: Kind, namespace: string | undefined, filed?: Filed): readonly ApiObject[] {
    this.#authorize('list', kind, namespace, undefined)
    if (kind === (Events as Kind)) return this.#events(namespace)
    if (filed === undefined) return this.server.list(kind, namespace)
    return this.server
      .filed(kind, filed.index, filed.key)
      .filter(({ metadata }) => namespace === undefined || metadata.namespace === namespace)
  }

  /** How many objects `list` looks at; of those that are made when they are read, none. */
  count(kind: Kind, namespace: string | undefined, filed?: Filed): number {
    return this.server.count(kind, namespace, filed)
  }

  /** Some of the objects that `list` gives, as they are stored: `ApiServer.page`. */
  page(
    kind: Kind,
    namespace: string | undefined,
    from: number,
    most: number,
    filed?: Filed,
  ): Page<ApiObject> {
    this.#authorize('list', kind, namespace, undefined)
    return this.server.page(kind, namespace, from, most, filed)
  }

  /** Some of the objects that there are events about: `EventStore.subjects`. */
  eventSubjects(namespace: string | undefined, from: number, most: number) {
    this.#authorize('list', Events as Kind, namespace, undefined)
    return this.server.eventSubjects(namespace, from, most)
  }

  create(kind: Kind, object: Draft, dryRun = false): ApiObject {
    this.#authorize('create', kind, object.metadata.namespace, object.metadata.name)
    const decoded = inStoredVersion(kind, decode(object))
    refuseBeyondCaps(this.server, kind, decoded, 'create')
    const created = this.#answered(kind, this.server.create(this.caller, kind, decoded, { dryRun }))
    return inVersion(kind, object.apiVersion, created)
  }

  update(kind: Kind, object: Draft, dryRun = false): ApiObject {
    this.#authorize('update', kind, object.metadata.namespace, object.metadata.name)
    const decoded = decode(object)
    refuseBeyondCaps(this.server, kind, decoded, 'update')
    return this.#answered(kind, this.server.update(this.caller, kind, decoded, dryRun))
  }

  patch(
    kind: Kind,
    namespace: string,
    name: string,
    change: (draft: Draft) => Draft,
    dryRun = false,
  ): ApiObject {
    this.#authorize('patch', kind, namespace, name)
    const checked = (draft: Draft): Draft => {
      const next = change(draft)
      if (next.metadata?.name !== name) {
        const why = `the name of the object (${next.metadata?.name}) does not match the name on the URL (${name})`
        throw new StatusError('BadRequest', why)
      }
      const decoded = this.#decodedPatch(next)
      refuseBeyondCaps(this.server, kind, decoded, 'update')
      return decoded
    }
    return this.#answered(kind, this.server.patch(this.caller, kind, namespace, name, checked, dryRun))
  }

  /** Throws what the server would refuse a manifest for as it reads it. */
  checkFields(object: Draft): void {
    decode(object)
  }

  delete(
    kind: Kind,
    namespace: string,
    name: string,
    options: DeleteOptions,
    dryRun = false,
  ): ApiObject | undefined {
    this.#authorize('delete', kind, namespace, name)
    if (kind === (Namespaces as Kind) && immortalNamespaces.has(name)) {
      throw forbiddenError('namespaces', name, 'this namespace may not be deleted')
    }
    if (!dryRun) return this.server.delete(this.caller, kind, namespace, name, options)
    return this.require(kind, namespace, name)
  }

  /** The eviction API: the pod is marked as disrupted, then deleted. */
  evict(pod: Pod, gracePeriodSeconds: number | undefined, marks: boolean): void {
    const { namespace = '', name, uid } = pod.metadata
    this.#authorize('create', Pods as Kind, namespace, name)
    const options = { uid, ...(gracePeriodSeconds === undefined ? {} : { gracePeriodSeconds }) }
    if (marks) evict(this.server, this.caller, pod, options)
    else this.server.delete(this.caller, Pods, namespace, name, options)
  }

  /** The object as a reader sees it. */
  present(kind: Kind, object: ApiObject): ApiObject {
    const seen = kind.present?.(object) ?? object
    return kind === (Leases as Kind) ? this.server.heartbeats.present(seen as Lease) : seen
  }

  /** What a write answers: the object, and the server's warnings about it. */
  #answered(kind: Kind, object: ApiObject): ApiObject {
    for (const warning of kind.warnings?.(object) ?? []) this.warn(warning)
    return this.present(kind, object)
  }

  warn(text: string): void {
    this.#output.warn(text)
  }

  /** What a patch made of an object, as the server reads it: fields that it doesn't know are warned of, and go. */
  #decodedPatch(object: Draft): Draft {
    const known = knownKind(object.apiVersion, object.kind)
    if (known === undefined)
      throw new StatusError(
        'BadRequest',
        `no kind "${object.kind}" is registered for version "${object.apiVersion}"`,
      )
    const decoder = new Decoder()
    try {
      const decoded = decoder.read(modelNamed(known.model), object)
      for (const error of decoder.strictErrors) this.warn(error)
      return decoded
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error
      throw invalidError('', '', [invalid('patch', '', error.message)])
    }
  }

  #events(namespace: string | undefined): readonly ApiObject[] {
    const events: ApiObject[] = []
    this.server.eachEvent(namespace, (event) => events.push(event))
    return events
  }

  #authorize(verb: RequestVerb, kind: Kind, namespace: string | undefined, name: string | undefined): void {
    if (this.#user === '') return
    const scope =
      kind.namespaced && namespace !== undefined ? `in the namespace "${namespace}"` : 'at the cluster scope'
    const what =
      name === undefined || verb === 'create' ? resourceName(kind) : `${resourceName(kind)} "${name}"`
    const why = `User "${this.#user}" cannot ${verb} resource "${kind.plural}" in API group "${kind.group}" ${scope}`
    throw new StatusError('Forbidden', `${what} is forbidden: ${why}`)
  }
}
