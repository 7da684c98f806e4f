/**
 * How much of a zone is down, and how fast its nodes may be evicted for it
 * (pkg/controller/nodelifecycle/node_lifecycle_controller.go, Kubernetes v1.36).
 */
import type { Node } from '../../api/types/index.ts'

export type ZoneState = 'Initial' | 'Normal' | 'PartialDisruption' | 'FullDisruption'

export interface EvictionRates {
  /** Nodes a second that may be tainted in a zone: --node-eviction-rate. */
  readonly normal: number
  /** The same in a large zone that is partly down: --secondary-node-eviction-rate. */
  readonly secondary: number
  /** A zone with more nodes than this is large: --large-cluster-size-threshold. */
  readonly largeZone: number
  /** The share of nodes down that makes a disruption: --unhealthy-zone-threshold. */
  readonly unhealthyShare: number
}

export const defaultRates: EvictionRates = {
  normal: 0.1,
  secondary: 0.01,
  largeZone: 50,
  unhealthyShare: 0.55,
}

/** A disruption takes more than two nodes, unless it is all of them. */
const fewNodes = 2

export function zoneState(
  ready: number,
  notReady: number,
  unhealthyShare = defaultRates.unhealthyShare,
): ZoneState {
  if (ready === 0 && notReady > 0) return 'FullDisruption'
  // Upstream divides in 32-bit floats; 11 of 20 nodes has to be enough for 0.55.
  const share = Math.fround(Math.fround(notReady) / Math.fround(notReady + ready))
  return notReady > fewNodes && share >= Math.fround(unhealthyShare) ? 'PartialDisruption' : 'Normal'
}

/** Nodes a second that may be evicted in a zone of `size` nodes, while not all zones are down. */
export function evictionRate(state: ZoneState, size: number, rates = defaultRates): number {
  if (state === 'PartialDisruption') return size > rates.largeZone ? rates.secondary : 0
  return state === 'Initial' ? 0 : rates.normal
}

export interface ZoneCount {
  readonly ready: number
  readonly notReady: number
}

export interface Disruption {
  readonly states: ReadonlyMap<string, ZoneState>
  /** New rates of zones; a zone that isn't named keeps the rate it has. */
  readonly rates: ReadonlyMap<string, number>
  /**
   * `entering`: every zone went down, which says more about the control plane than about the nodes: evictions stop and
   * their taints go. `leaving`: the first node answers again, and all others get a new grace period.
   */
  readonly blackout: 'none' | 'entering' | 'inside' | 'leaving'
}

/** What changes when the zones that were in `before` are now counted as in `zones`. */
export function judgeDisruption(
  before: ReadonlyMap<string, ZoneState>,
  zones: ReadonlyMap<string, ZoneCount>,
  settings = defaultRates,
): Disruption {
  const names = [...zones.keys()].sort()
  const stateOf = (name: string) => {
    const { ready, notReady } = zones.get(name) as ZoneCount
    return zoneState(ready, notReady, settings.unhealthyShare)
  }
  const states = new Map(names.map((name) => [name, stateOf(name)]))
  const isDown = names.every((name) => states.get(name) === 'FullDisruption')
  const wasDown = names.every((name) => before.get(name) === 'FullDisruption')
  if (isDown) {
    const rates = new Map(wasDown ? [] : names.map((name) => [name, 0]))
    return { states, rates, blackout: wasDown ? 'inside' : 'entering' }
  }
  const changed = wasDown ? names : names.filter((name) => before.get(name) !== states.get(name))
  const rateOf = (name: string) => {
    const { ready, notReady } = zones.get(name) as ZoneCount
    return evictionRate(states.get(name) as ZoneState, ready + notReady, settings)
  }
  const rates = new Map(changed.map((name) => [name, rateOf(name)]))
  return { states, rates, blackout: wasDown ? 'leaving' : 'none' }
}

const regionLabel = 'topology.kubernetes.io/region'
const zoneLabel = 'topology.kubernetes.io/zone'
const exclusionLabel = 'node.kubernetes.io/exclude-disruption'

/** Region and zone as one key; empty where a node has neither. */
export function zoneKey(node: Node): string {
  const region = node.metadata.labels?.[regionLabel] ?? ''
  const zone = node.metadata.labels?.[zoneLabel] ?? ''
  return region === '' && zone === '' ? '' : `${region}:\0:${zone}`
}

/** Nodes so labelled don't count for the state of their zone. */
export function isExcludedFromDisruption(node: Node): boolean {
  return node.metadata.labels?.[exclusionLabel] !== undefined
}
