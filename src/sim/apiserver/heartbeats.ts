/**
 * Node leases in closed form. A healthy kubelet renews its Lease every ten seconds; nothing is written for that.
 * What is kept is when the beat began, and a Lease that is read shows the renewal that would be there by now. When a
 * beat stops or starts again, that is a real write: the last renewal becomes part of the stored Lease.
 *
 * Deviation from pkg/kubelet/nodelease v1.36: no write per beat, no jitter between nodes.
 */
import { Leases } from '../api/kinds/lease/index.ts'
import type { Lease } from '../api/types/index.ts'
import { microTimeText, type Tick, ticksOf, timeText } from '../core/clock.ts'
import type { Caller } from './caller.ts'
import type { ApiServer } from './server.ts'

/** A quarter of the 40 s lease. */
export const beatPeriod = ticksOf(10)
export const leaseNamespace = 'kube-node-lease'

interface Beat {
  /** When the first renewal of this run was made. */
  readonly since: Tick
  /** The last renewal, once the beat has stopped. */
  readonly stopped?: Tick
}

export class Heartbeats {
  readonly #server: ApiServer
  #beats = new Map<string, Beat>()
  /** As they are saved, for as long as they are so. */
  #image: readonly (readonly [string, Beat])[] | undefined

  constructor(server: ApiServer) {
    this.#server = server
  }

  isBeating(node: string): boolean {
    const beat = this.#beats.get(node)
    return beat !== undefined && beat.stopped === undefined
  }

  /** The newest renewal that the API server has seen; -1 when there never was one. */
  lastRenewal(node: string): Tick {
    const beat = this.#beats.get(node)
    if (beat === undefined) return -1
    if (beat.stopped !== undefined) return beat.stopped
    const { tick } = this.#server.state
    return beat.since + Math.floor((tick - beat.since) / beatPeriod) * beatPeriod
  }

  /** The kubelet of a node begins to renew, now. Its Lease is created or renewed with it. */
  start(caller: Caller, node: string): void {
    if (this.isBeating(node)) return
    const since = this.#server.state.tick
    this.#set(node, { since })
    this.#writeLease(caller, node, since)
  }

  /** The kubelet of a node falls silent: the renewal before now was its last. */
  stop(caller: Caller, node: string): void {
    if (!this.isBeating(node)) return
    const last = this.lastRenewal(node)
    this.#set(node, { since: last, stopped: last })
    this.#writeLease(caller, node, last)
  }

  forget(node: string): void {
    this.#beats.delete(node)
    this.#image = undefined
  }

  /** The Lease as a reader sees it. */
  present(lease: Lease): Lease {
    const renewed = this.lastRenewal(lease.metadata.name)
    if (lease.metadata.namespace !== leaseNamespace || renewed < 0) return lease
    return { ...lease, spec: { ...lease.spec, renewTime: microTimeText(renewed) } }
  }

  image(): readonly (readonly [string, Beat])[] {
    this.#image ??= [...this.#beats]
    return this.#image
  }

  restore(image: readonly (readonly [string, Beat])[]): void {
    if (image === this.#image) return
    this.#beats = new Map(image)
    this.#image = image
  }

  #set(node: string, beat: Beat): void {
    this.#beats.set(node, beat)
    this.#image = undefined
  }

  #writeLease(caller: Caller, node: string, renewed: Tick): void {
    const renewTime = microTimeText(renewed)
    const stored = this.#server.stored(Leases, leaseNamespace, node)
    if (stored === undefined) {
      this.#server.createTrusted(caller, Leases, this.#newLease(node, renewTime))
      return
    }
    const spec = { ...stored.spec, renewTime }
    this.#server.overwrite(caller, Leases, { ...stored, spec })
  }

  /** The Lease of a Node that is there: its name is a valid one. */
  #newLease(node: string, renewTime: string): Lease {
    const { state } = this.#server
    const { uid } = state.nextBirth(`${Leases.plural}/${leaseNamespace}/${node}`)
    const creationTimestamp = timeText(state.tick)
    const metadata = { name: node, namespace: leaseNamespace, uid, resourceVersion: '', creationTimestamp }
    const spec = Object.freeze({ holderIdentity: node, leaseDurationSeconds: 40, renewTime })
    return { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec }
  }
}
