/** What kubelets tell the API server: pod statuses, deletions, events. Refusals are taken as news that will follow. */
import { Pods } from '../api/kinds/pod/index.ts'
import { StatusError } from '../api/status.ts'
import type { ApiObject, Pod } from '../api/types/index.ts'
import type { Caller } from '../apiserver/caller.ts'
import type { EventNote } from '../apiserver/events/note.ts'
import type { Engine } from '../client/engine.ts'
import { type Cause, noCause } from '../core/ledger.ts'
import { RecentTexts } from '../core/recentTexts.ts'
import type { NodeRun } from './nodeRun.ts'
import { podStatus } from './podStatus.ts'
import type { NewRun, PodRun } from './run.ts'
import type { EventType } from './site.ts'

export class Reporter {
  /** Why the kubelets do what they do now. */
  cause: Cause = noCause
  readonly #engine: Engine
  /** By node. One text for all writes of a kubelet, as long as it is remembered. */
  readonly #actors = new RecentTexts<string>()
  /** The last note of each reason. */
  readonly #lastNotes = new Map<string, EventNote>()
  /** Of the last call: one look at a pod makes several. */
  #lastNode = ''
  #lastCaller: Caller = { actor: '', cause: noCause }

  constructor(engine: Engine) {
    this.#engine = engine
  }

  caller(node: string): Caller {
    if (node === this.#lastNode && this.#lastCaller.cause === this.cause) return this.#lastCaller
    let actor = this.#actors.get(node)
    if (actor === undefined) {
      actor = `kubelet/${node}`
      this.#actors.set(node, actor)
    }
    this.#lastNode = node
    this.#lastCaller = { actor, cause: this.cause, host: node }
    return this.#lastCaller
  }

  storedPod(slot: number): Pod | undefined {
    return this.#engine.state.registry.value(slot) as Pod | undefined
  }

  /** Writes the pod's status, and notes what the API server now has. */
  publish(run: NewRun, stored: Pod, node: NodeRun): void {
    const status = podStatus(run, stored, node)
    try {
      this.#engine.server.replaceStatus(this.caller(run.node), Pods, stored, status)
    } catch (error) {
      if (!(error instanceof StatusError)) throw error
    }
    run.sent = status
    run.unsent = false
  }

  /** The pod is over and was deleted: its object goes. */
  remove(run: PodRun): void {
    const options = { gracePeriodSeconds: 0, uid: run.uid }
    const { server } = this.#engine
    this.#attempt(() => server.delete(this.caller(run.node), Pods, run.namespace, run.name, options))
  }

  /** Events are best effort: what nobody hears is lost. */
  event(
    about: ApiObject | undefined,
    node: string,
    type: EventType,
    reason: string,
    message: string,
    fieldPath?: string,
  ): void {
    const { server } = this.#engine
    if (about === undefined || !server.running) return
    const note = this.#note(type, reason, message, fieldPath)
    server.eventStore.record(this.caller(node), about, note)
  }

  /** Pods that come up together say the same: they share the note. */
  #note(type: EventType, reason: string, message: string, fieldPath: string | undefined): EventNote {
    const last = this.#lastNotes.get(reason)
    if (last?.message === message && last.fieldPath === fieldPath && last.type === type) return last
    const note: EventNote =
      fieldPath === undefined
        ? { type, reason, message, component: 'kubelet' }
        : { type, reason, message, fieldPath, component: 'kubelet' }
    this.#lastNotes.set(reason, note)
    return note
  }

  #attempt(call: () => unknown): void {
    try {
      call()
    } catch (error) {
      if (!(error instanceof StatusError)) throw error
    }
  }
}
