/** The proxies of all nodes: the Services that requests are sent to, each as they see it. */
import { EndpointSlices } from '../../api/kinds/endpointSlice/index.ts'
import type { EndpointSlice, Service } from '../../api/types/index.ts'
import type { ApiServer } from '../../apiserver/server.ts'
import type { Tick } from '../../core/clock.ts'
import { type Endpoints, noEndpoints, usableEndpoints } from './endpoints.ts'
import { ServiceView, type Version } from './serviceView.ts'
import { slowestProxy, syncFor } from './syncs.ts'

export interface ProxiesImage {
  readonly lastSync: Tick
  readonly views: readonly (readonly [number, readonly Version[]])[]
  readonly stale: readonly (readonly [number, Tick])[]
}

export class Proxies {
  readonly #server: ApiServer
  /** By the Service's slot. Only Services that a load has asked for are followed. */
  #views = new Map<number, ServiceView>()
  /** Services whose slices have changed, and the sync that will take it in. */
  #stale = new Map<number, Tick>()
  #lastSync: Tick = 0

  constructor(server: ApiServer) {
    this.#server = server
  }

  /** Undefined: the proxies have no rule for it. */
  view(service: number): ServiceView | undefined {
    return this.#views.get(service)
  }

  /** Slots of all pods that some proxy may still send to. */
  get pods(): readonly number[] {
    return [...this.#views.values()].flatMap((view) => view.pods)
  }

  /** The Service's own answer, from its slices as they are: what DNS gives for a headless one. */
  endpointsNow(service: Service): Endpoints {
    return usableEndpoints(this.#server, this.#slicesOf(service))
  }

  /** From now on this Service is followed. All proxies know it as it is. */
  follow(slot: number, service: Service, now: Tick): ServiceView {
    let view = this.#views.get(slot)
    if (view === undefined) {
      view = new ServiceView([{ sync: now - slowestProxy, endpoints: this.endpointsNow(service) }])
      this.#views.set(slot, view)
    }
    return view
  }

  /** A slice of the Service has changed, or the Service itself. */
  touch(slot: number, now: Tick): void {
    if (!this.#views.has(slot) || this.#stale.has(slot)) return
    this.#lastSync = syncFor(now, this.#lastSync)
    this.#stale.set(slot, this.#lastSync)
  }

  /** Takes in what this tick's sync takes in. */
  sync(now: Tick): void {
    for (const [slot, at] of this.#stale) {
      if (at > now) continue
      this.#stale.delete(slot)
      const service = this.#server.state.registry.value(slot) as Service | undefined
      const endpoints = service === undefined ? noEndpoints : this.endpointsNow(service)
      this.#views.get(slot)?.put(Object.freeze({ sync: at, endpoints }))
    }
  }

  /** The Service is gone: its rules go with the next sync, which here is at once. */
  forget(slot: number): void {
    this.#views.delete(slot)
    this.#stale.delete(slot)
  }

  save(): ProxiesImage {
    return {
      lastSync: this.#lastSync,
      views: [...this.#views].map(([slot, view]) => [slot, view.save()]),
      stale: [...this.#stale],
    }
  }

  load(saved: ProxiesImage): void {
    this.#lastSync = saved.lastSync
    this.#views = new Map(saved.views.map(([slot, versions]) => [slot, new ServiceView(versions)]))
    this.#stale = new Map(saved.stale)
  }

  #slicesOf({ metadata }: Service): readonly EndpointSlice[] {
    return this.#server.byIndex(EndpointSlices, 'service', `${metadata.namespace}/${metadata.name}`)
  }
}
