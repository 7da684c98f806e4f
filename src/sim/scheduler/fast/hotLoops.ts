/**
 * The loops over nodes, as standalone functions over typed arrays: closures or methods here were measured four times
 * slower. What they compute is what the plugins compute, and a property test holds them to it.
 */
import { tieBreak } from '../framework/selectHost.ts'
import { type NodeScores, noFit } from './nodeScores.ts'

/**
 * Visits nodes in `order` from `start` until `wanted` of them fit; puts the indexes of those into `feasible` and what their
 * resources score into `totals`. Answers how many fit; `visited[0]` is how many were looked at.
 */
export function findFeasible(
  order: Int32Array,
  nodeCount: number,
  start: number,
  wanted: number,
  version: Int32Array,
  scores: NodeScores,
  feasible: Int32Array,
  totals: Int32Array,
  visited: Int32Array,
): number {
  const { cells } = scores
  let found = 0
  let looked = 0
  let at = start
  while (looked < nodeCount && found < wanted) {
    const i = order[at] as number
    at++
    if (at === nodeCount) at = 0
    looked++
    const isKnown = cells[2 * i] === version[i]
    const score = isKnown ? (cells[2 * i + 1] as number) : scores.renew(i)
    if (score === noFit) continue
    feasible[found] = i
    totals[found] = score
    found++
  }
  visited[0] = looked
  return found
}

/** Adds `weight` times the share of the largest, in percent; `reverse` subtracts it instead. */
export function addNormalized(
  totals: Int32Array,
  feasible: Int32Array,
  count: number,
  cells: Int32Array,
  weight: number,
  reverse: boolean,
): void {
  let largest = 0
  for (let k = 0; k < count; k++) {
    const cell = cells[feasible[k] as number] as number
    if (cell > largest) largest = cell
  }
  if (largest === 0) return
  const sign = reverse ? -weight : weight
  for (let k = 0; k < count; k++) {
    const share = ((100 * (cells[feasible[k] as number] as number)) / largest) | 0
    totals[k] = (totals[k] as number) + sign * share
  }
}

/** How many zones the feasible nodes are in; nodes without one are one more. `all`: there are no more to be found. */
export function countZones(
  feasible: Int32Array,
  count: number,
  zone: Int32Array,
  stamps: Int32Array,
  stamp: number,
  all: number,
): number {
  let zones = 0
  for (let k = 0; k < count && zones < all; k++) {
    const z = zone[feasible[k] as number] as number
    if (stamps[z] !== stamp) {
      stamps[z] = stamp
      zones++
    }
  }
  return zones
}

/**
 * Raw scores of default spreading: siblings on the node and in its zone. `zoneScores` is each zone's part, 0 for nodes
 * without one. `range` is given the least and the most.
 */
export function rawSpread(
  raw: Int32Array,
  feasible: Int32Array,
  count: number,
  onNode: Uint16Array,
  zoneScores: Float64Array,
  zone: Int32Array,
  hasHostname: Uint8Array,
  hostWeight: number,
  hostSlack: number,
  range: Int32Array,
): void {
  let least = 0x7fffffff
  let most = 0
  for (let k = 0; k < count; k++) {
    const i = feasible[k] as number
    const host = hasHostname[i] === 0 ? 0 : (onNode[i] as number) * hostWeight + hostSlack
    const score = (host + (zoneScores[zone[i] as number] as number) + 0.5) | 0
    raw[k] = score
    if (score < least) least = score
    if (score > most) most = score
  }
  range[0] = least
  range[1] = most
}

/** Adds `weight` times the normalised raw scores, of which the least is the best. */
export function addSpread(
  totals: Int32Array,
  raw: Int32Array,
  count: number,
  weight: number,
  least: number,
  most: number,
): void {
  if (least === most) return
  const sum = most + least
  for (let k = 0; k < count; k++) {
    const share = ((100 * (sum - (raw[k] as number))) / most) | 0
    totals[k] = (totals[k] as number) + weight * share
  }
}

/** The position of the winner among the feasible. */
export function pickBest(
  totals: Int32Array,
  feasible: Int32Array,
  count: number,
  key: Uint32Array,
  podKey: number,
): number {
  let best = 0
  let bestTotal = totals[0] as number
  let bestTie = -1
  for (let k = 1; k < count; k++) {
    const total = totals[k] as number
    if (total < bestTotal) continue
    if (total > bestTotal) {
      best = k
      bestTotal = total
      bestTie = -1
      continue
    }
    if (bestTie < 0) bestTie = tieBreak(podKey, key[feasible[best] as number] as number)
    const tie = tieBreak(podKey, key[feasible[k] as number] as number)
    if (tie < bestTie) {
      best = k
      bestTie = tie
    }
  }
  return best
}
