/**
 * Events are packed rows, made into objects when somebody reads. Equal ones are counted, and more than ten that
 * differ only in their message within ten minutes are combined (client-go tools/record/events_cache.go, v1.36).
 *
 * Deviations: the correlator's memory sits beside the store instead of in each component, the spam filter's bucket
 * (25 events an object, then one in 300 s) included; events do not use up their component's API budget.
 */
import type { ApiObject, Event, ObjectReference } from '../api/types/index.ts'
import { microTimeText, type Tick, ticksOf, timeText } from '../core/clock.ts'
import type { State } from '../core/state.ts'
import type { Caller } from './caller.ts'

export interface EventNote {
  readonly type: 'Normal' | 'Warning'
  readonly reason: string
  readonly message: string
  /** "spec.containers{web}" */
  readonly fieldPath?: string
  /** "kubelet", "default-scheduler" …; defaults to the caller's actor. */
  readonly component?: string
  /** The node whose kubelet says it. */
  readonly host?: string
  /** Set by components that use the newer events API: they give `eventTime` and no count. */
  readonly action?: string
}

interface EventRow extends EventNote {
  readonly revision: number
  readonly number: number
  readonly about: ObjectReference
  readonly first: Tick
  readonly last: Tick
  readonly count: number
}

interface SimilarEvents {
  readonly messages: readonly string[]
  readonly since: Tick
}

const timeToLive = ticksOf(3600)
const aggregateAfter = 10
const aggregateWithin = ticksOf(600)
const spamBurst = 25
const spamRefill = ticksOf(300)
/** client-go's correlator forgets its least recently used keys beyond this many. */
const memoryLimit = 4096

export interface EventStoreImage {
  readonly rows: readonly EventRow[]
  readonly written: number
  readonly similar: readonly [string, SimilarEvents][]
  readonly spam: readonly [string, readonly [number, Tick]][]
}

export class EventStore {
  readonly #state: State
  /** By correlation key; a Map keeps the order of first writing. */
  #rows = new Map<string, EventRow>()
  #similar = new Map<string, SimilarEvents>()
  #spam = new Map<string, readonly [number, Tick]>()
  #written = 0
  #nextSweep = timeToLive
  /** Told of every write, for a trace. Not part of the world. */
  onWrite: ((revision: number, event: () => Event) => void) | undefined

  constructor(state: State) {
    this.#state = state
  }

  /** Answers the revision of the write; 0 when the spam filter swallowed it. */
  record(caller: Caller, about: ApiObject, note: EventNote): number {
    const { tick, ledger } = this.#state
    const component = note.component ?? caller.actor
    if (!this.#allowed(`${component}/${about.metadata.uid}`)) return 0
    const message = note.action === undefined ? this.#aggregated(component, about, note) : note.message
    const key = `${component}/${about.metadata.uid}/${note.type}/${note.reason}/${note.fieldPath ?? ''}/${message}`
    const earlier = this.#rows.get(key)
    const revision = ledger.append(tick, 'event', caller.actor, 0, earlier?.revision ?? 0, 0, caller.cause)
    const row: EventRow = {
      ...note,
      message,
      component,
      revision,
      number: earlier?.number ?? ++this.#written,
      about: earlier?.about ?? referenceTo(about, note.fieldPath),
      first: earlier?.first ?? tick,
      last: tick,
      count: (earlier?.count ?? 0) + 1,
    }
    this.#rows.set(key, row)
    this.onWrite?.(revision, () => asObject(row))
    this.#sweep(tick)
    return revision
  }

  /** Events about the object with this uid, or all; in order of last occurrence. */
  list(uid?: string): readonly Event[] {
    const oldest = this.#state.tick - timeToLive
    return [...this.#rows.values()]
      .filter((row) => row.last > oldest && (uid === undefined || row.about.uid === uid))
      .sort((a, b) => a.last - b.last || a.number - b.number)
      .map(asObject)
  }

  /** The event written at a revision, while it is still the newest of its row. */
  writtenAt(revision: number): Event | undefined {
    for (const row of this.#rows.values()) if (row.revision === revision) return asObject(row)
    return undefined
  }

  removeNamespace(namespace: string): void {
    for (const [key, row] of [...this.#rows]) if (row.about.namespace === namespace) this.#rows.delete(key)
  }

  image(): EventStoreImage {
    return {
      rows: [...this.#rows.values()],
      written: this.#written,
      similar: [...this.#similar],
      spam: [...this.#spam],
    }
  }

  restore(image: EventStoreImage): void {
    this.#rows = new Map(image.rows.map((row) => [keyOf(row), row]))
    this.#written = image.written
    this.#similar = new Map(image.similar)
    this.#spam = new Map(image.spam)
    this.#nextSweep = this.#state.tick + timeToLive
  }

  #aggregated(component: string, about: ApiObject, note: EventNote): string {
    const key = `${component}/${about.metadata.uid}/${note.type}/${note.reason}`
    const { tick } = this.#state
    const known = this.#similar.get(key)
    const fresh = known === undefined || tick - known.since > aggregateWithin
    const messages = fresh ? [] : known.messages
    const next = messages.includes(note.message)
      ? messages
      : [...messages, note.message].slice(-aggregateAfter)
    remember(this.#similar, key, { messages: next, since: tick })
    const combined =
      !fresh && known.messages.length >= aggregateAfter && !known.messages.includes(note.message)
    return combined ? `(combined from similar events): ${note.message}` : note.message
  }

  #allowed(key: string): boolean {
    const { tick } = this.#state
    const [left, since] = this.#spam.get(key) ?? [spamBurst, tick]
    const refilled = Math.min(spamBurst, left + Math.floor((tick - since) / spamRefill))
    const from = refilled === spamBurst ? tick : since + Math.floor((tick - since) / spamRefill) * spamRefill
    remember(this.#spam, key, [Math.max(0, refilled - 1), from])
    return refilled > 0
  }

  #sweep(tick: Tick): void {
    if (tick < this.#nextSweep) return
    this.#nextSweep = tick + timeToLive
    for (const [key, row] of this.#rows) if (row.last <= tick - timeToLive) this.#rows.delete(key)
  }
}

function keyOf(row: EventRow): string {
  return `${row.component}/${row.about.uid}/${row.type}/${row.reason}/${row.fieldPath ?? ''}/${row.message}`
}

/** Sets a key as the most recently used one and drops the oldest beyond the limit. */
function remember<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key)
  map.set(key, value)
  if (map.size > memoryLimit) map.delete(map.keys().next().value as string)
}

function referenceTo(object: ApiObject, fieldPath: string | undefined): ObjectReference {
  const { namespace, name, uid, resourceVersion } = object.metadata
  return {
    kind: object.kind,
    ...(namespace === undefined ? {} : { namespace }),
    name,
    uid,
    apiVersion: object.apiVersion,
    resourceVersion,
    ...(fieldPath === undefined ? {} : { fieldPath }),
  }
}

function asObject(row: EventRow): Event {
  const newer = row.action !== undefined
  const suffix = (row.number + 0x1000000000).toString(16).slice(-9)
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: {
      name: `${row.about.name}.187${suffix}${(row.first % 0x10000).toString(16).padStart(4, '0')}`,
      namespace: row.about.namespace ?? 'default',
      uid: '',
      resourceVersion: String(row.revision),
      creationTimestamp: timeText(row.first),
    },
    involvedObject: row.about,
    reason: row.reason,
    message: row.message,
    source: newer
      ? {}
      : { component: row.component as string, ...(row.host === undefined ? {} : { host: row.host }) },
    firstTimestamp: newer ? null : timeText(row.first),
    lastTimestamp: newer ? null : timeText(row.last),
    ...(newer ? {} : { count: row.count }),
    type: row.type,
    eventTime: newer ? microTimeText(row.first) : null,
    ...(newer ? { action: row.action as string } : {}),
    reportingComponent: row.component as string,
    reportingInstance: newer ? `${row.component}-control-plane` : (row.host ?? ''),
  }
}
