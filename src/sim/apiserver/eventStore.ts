/**
 * Events are packed rows, made into objects when somebody reads. Equal ones are counted, and more than ten that
 * differ only in their message within ten minutes are combined (client-go tools/record/events_cache.go, v1.36).
 *
 * Deviations: the correlator's memory sits beside the store instead of in each component, the spam filter's bucket
 * (25 events an object, then one in 300 s) included; events do not use up their component's API budget.
 */
import type { ApiObject, Event, ObjectMeta, ObjectReference } from '../api/types/index.ts'
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
  /** Set by components that use the newer events API: they give `eventTime` and no count. */
  readonly action?: string
}

/** An event as it is kept. */
export type Telling = Pick<EventRow, 'note' | 'component' | 'host' | 'message' | 'first' | 'last' | 'count'>

/** Never changed once made, like everything here: a keyframe shares it. */
interface EventRow {
  readonly revision: number
  /** The how-manieth event of the world. */
  readonly number: number
  readonly about: ObjectType
  /** Of the version that it was about; the rest of that version is not held. */
  readonly metadata: ObjectMeta
  readonly note: EventNote
  readonly component: string
  /** The node whose kubelet says it. */
  readonly host: string | undefined
  readonly message: string
  /** Stands for several that differ in their message; shows the newest of them. */
  readonly combined: boolean
  readonly first: Tick
  readonly last: Tick
  readonly count: number
  /** The one about the same object that was new before this one was. */
  readonly earlier: EventRow | undefined
}

type ObjectType = Pick<ApiObject, 'apiVersion' | 'kind'>

/** How many more events the spam filter lets one component write about one object. */
interface SpamBucket {
  readonly component: string
  readonly left: number
  readonly since: Tick
  /** Another component's. */
  readonly next: SpamBucket | undefined
}

/** Rows and buckets are chains, the newest first: an event makes a row, and copies none. */
interface ObjectEvents {
  readonly uid: string
  readonly rows: EventRow | undefined
  readonly buckets: SpamBucket | undefined
}

const timeToLive = ticksOf(3600)
const aggregateAfter = 10
const aggregateWithin = ticksOf(600)
const spamBurst = 25
const spamRefill = ticksOf(300)

export interface EventStoreImage {
  readonly objects: readonly ObjectEvents[]
  readonly written: number
  readonly nextSweep: Tick
}

export class EventStore {
  readonly #state: State
  /** By the uid of the object that they are about. */
  #objects = new Map<string, ObjectEvents>()
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
    const { uid } = about.metadata
    const component = note.component ?? caller.actor
    const known = this.#objects.get(uid)
    const buckets = spendToken(known?.buckets, component, tick)
    if (buckets === undefined) return 0
    const rows = known?.rows
    const combined = note.action === undefined && isCombined(rows, component, note, tick)
    const message = combined ? `(combined from similar events): ${note.message}` : note.message
    const former = formerRow(rows, component, note, message, combined)
    const revision = ledger.append(tick, 'event', caller.actor, 0, former?.revision ?? 0, 0, caller.cause)
    const row: EventRow = {
      revision,
      number: former === undefined ? ++this.#written : former.number,
      about: former === undefined ? typeOf(about) : former.about,
      metadata: former === undefined ? about.metadata : former.metadata,
      note,
      component,
      host: caller.host,
      message,
      combined,
      first: former === undefined ? tick : former.first,
      last: tick,
      count: former === undefined ? 1 : former.count + 1,
      earlier: former === undefined ? rows : former.earlier,
    }
    this.#objects.set(uid, { uid, rows: former === undefined ? row : replaced(rows, former, row), buckets })
    this.onWrite?.(revision, () => asObject(row))
    if (tick >= this.#nextSweep) this.#sweep(tick)
    return revision
  }

  /** Events about the object with this uid, or all; in order of last occurrence. */
  list(uid?: string): readonly Event[] {
    const oldest = this.#state.tick - timeToLive
    const objects = uid === undefined ? [...this.#objects.values()] : [this.#objects.get(uid)]
    return objects
      .flatMap((one) => listed(one?.rows))
      .filter((row) => row.last > oldest)
      .sort((a, b) => a.last - b.last || a.number - b.number)
      .map(asObject)
  }

  /** What was said about the object with this uid, to the tick. For showing; in order of last occurrence. */
  tellings(uid: string): readonly Telling[] {
    const oldest = this.#state.tick - timeToLive
    return listed(this.#objects.get(uid)?.rows)
      .filter(({ last }) => last > oldest)
      .sort((a, b) => a.last - b.last || a.number - b.number)
  }

  removeNamespace(namespace: string): void {
    for (const [uid, { rows }] of [...this.#objects]) {
      if (rows?.metadata.namespace === namespace) this.#objects.delete(uid)
    }
  }

  image(): EventStoreImage {
    return { objects: [...this.#objects.values()], written: this.#written, nextSweep: this.#nextSweep }
  }

  restore(image: EventStoreImage): void {
    this.#objects = new Map(image.objects.map((one) => [one.uid, one]))
    this.#written = image.written
    this.#nextSweep = image.nextSweep
  }

  /** Once an hour, events that nobody repeated for an hour go. */
  #sweep(tick: Tick): void {
    this.#nextSweep = tick + timeToLive
    for (const [uid, one] of [...this.#objects]) {
      const rows = younger(one.rows, tick - timeToLive)
      if (rows === undefined) this.#objects.delete(uid)
      else if (rows !== one.rows) this.#objects.set(uid, { ...one, rows })
    }
  }
}

function listed(newest: EventRow | undefined): readonly EventRow[] {
  const rows: EventRow[] = []
  for (let row = newest; row !== undefined; row = row.earlier) rows.push(row)
  return rows
}

/** Without those that were last told of at `oldest` or before. */
function younger(row: EventRow | undefined, oldest: Tick): EventRow | undefined {
  if (row === undefined) return undefined
  const earlier = younger(row.earlier, oldest)
  if (row.last <= oldest) return earlier
  return earlier === row.earlier ? row : { ...row, earlier }
}

/** With `next` in the place of `former`. */
function replaced(row: EventRow | undefined, former: EventRow, next: EventRow): EventRow {
  if (row === undefined || row === former) return next
  return { ...row, earlier: replaced(row.earlier, former, next) }
}

/** The row that tells the same already. */
function formerRow(
  newest: EventRow | undefined,
  component: string,
  note: EventNote,
  message: string,
  combined: boolean,
): EventRow | undefined {
  for (let row = newest; row !== undefined; row = row.earlier) {
    if (isSimilar(row, component, note) && (combined ? row.combined : row.message === message)) return row
  }
  return undefined
}

/** Events that differ at most in their message. */
function isSimilar(row: EventRow, component: string, note: EventNote): boolean {
  return (
    row.note.reason === note.reason &&
    row.component === component &&
    row.note.type === note.type &&
    row.note.fieldPath === note.fieldPath
  )
}

/** Whether ten others that differ only in their message have been written lately. */
function isCombined(newest: EventRow | undefined, component: string, note: EventNote, tick: Tick): boolean {
  let similar = 0
  for (let row = newest; row !== undefined; row = row.earlier) {
    if (!isSimilar(row, component, note)) continue
    if (row.message === note.message) return false
    if (tick - row.last <= aggregateWithin) similar++
  }
  return similar + 1 >= aggregateAfter
}

/** The buckets after one more event of the component; undefined when it has no token left. */
function spendToken(buckets: SpamBucket | undefined, component: string, tick: Tick): SpamBucket | undefined {
  if (buckets === undefined) return { component, left: spamBurst - 1, since: tick, next: undefined }
  const { left, since, next } = buckets
  if (buckets.component !== component) {
    const others = spendToken(next, component, tick)
    return others && { component: buckets.component, left, since, next: others }
  }
  const gained = Math.floor((tick - since) / spamRefill)
  const full = left + gained >= spamBurst
  const available = full ? spamBurst : left + gained
  if (available === 0) return undefined
  return { component, left: available - 1, since: full ? tick : since + gained * spamRefill, next }
}

/** One for all objects of a kind. */
function typeOf({ apiVersion, kind }: ApiObject): ObjectType {
  let type = types.get(kind)
  if (type?.apiVersion !== apiVersion) {
    type = Object.freeze({ apiVersion, kind })
    types.set(kind, type)
  }
  return type
}

const types = new Map<string, ObjectType>()

function referenceTo({ about, metadata, note }: EventRow): ObjectReference {
  const { namespace, name, uid, resourceVersion } = metadata
  return {
    kind: about.kind,
    ...(namespace === undefined ? {} : { namespace }),
    name,
    uid,
    apiVersion: about.apiVersion,
    resourceVersion,
    ...(note.fieldPath === undefined ? {} : { fieldPath: note.fieldPath }),
  }
}

function asObject(row: EventRow): Event {
  const { note, component, host } = row
  const newer = note.action !== undefined
  const { namespace = 'default', name } = row.metadata
  const number = (row.number + 0x1000000000).toString(16).slice(-9)
  const time = ((row.first + 0x10000) % 0x10000).toString(16).padStart(4, '0')
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: {
      name: `${name}.187${number}${time}`,
      namespace,
      uid: '',
      resourceVersion: String(row.revision),
      creationTimestamp: timeText(row.first),
    },
    involvedObject: referenceTo(row),
    reason: note.reason,
    message: row.message,
    source: newer ? {} : { component, ...(host === undefined ? {} : { host }) },
    firstTimestamp: newer ? null : timeText(row.first),
    lastTimestamp: newer ? null : timeText(row.last),
    ...(newer ? {} : { count: row.count }),
    type: note.type,
    eventTime: newer ? microTimeText(row.first) : null,
    ...(newer ? { action: note.action as string } : {}),
    reportingComponent: component,
    reportingInstance: newer ? `${component}-control-plane` : (host ?? ''),
  }
}
