/**
 * When kube-proxy writes its rules. It syncs at once after a change, but not again within a second
 * (--iptables-min-sync-period, pkg/proxy/iptables/proxier.go, v1.36); on each node the watch event comes, and the new rules
 * are loaded, a little later. All proxies share the rhythm; a node's own delay is drawn once.
 */
import { type Tick, ticksOf } from '../../core/clock.ts'
import { drawBelow } from '../../core/draw.ts'

const leastInterval: Tick = ticksOf(1)
const leastDelay: Tick = 1
/** Exclusive. */
const mostDelay: Tick = 5

/** By then every proxy has the rules of a sync. */
export const slowestProxy: Tick = mostDelay - 1

/** The sync that takes a change at `now` in, given the last one planned. */
export function syncFor(now: Tick, last: Tick): Tick {
  return now <= last ? last : Math.max(now, last + leastInterval)
}

/** How long after a sync the rules are there on this node. */
export function delayOf(seed: number, node: string): Tick {
  return leastDelay + drawBelow(mostDelay - leastDelay, seed, 'proxy', node, 0)
}
