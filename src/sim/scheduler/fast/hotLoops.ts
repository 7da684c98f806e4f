/**
 * The loops over nodes, as standalone functions over typed arrays: closures or methods here were measured four times
 * slower. What they compute is what the plugins compute, and a property test holds them to it.
 */
import { tieBreak } from '../framework/selectHost.ts'
import { noFit, unknown } from './nodeScores.ts'

/** What a search has found out so far, by its place in `findings`. `zones`: a bit for each zone, of 32. */
export const finding = { found: 0, visited: 1, zones: 2, least: 3, most: 4 } as const

export function beginSearch(findings: Int32Array): void {
  findings[finding.found] = 0
  findings[finding.visited] = 0
  findings[finding.zones] = 0
  findings[finding.least] = 0x7fffffff
  findings[finding.most] = 0
}

/**
 * Visits nodes in `order` from `start` until `wanted` of them fit; puts the indexes of those into `feasible`, what their
 * resources score (`cells`) into `totals`, and their raw scores of default spreading into `raw` (see `rawSpread`), with the
 * weights of a search that finds as many nodes and zones as it can. `alone`: the raw score of a node without siblings, by its
 * place, since most have none.
 *
 * Answers -1 at its end, or the index of a node whose score is unknown: once it is known the search goes on from there. It
 * is not asked for in the loop, since a loop that calls nobody runs twice as fast.
 */
export function findFeasible(
  order: Int32Array,
  nodeCount: number,
  start: number,
  wanted: number,
  cells: Int32Array,
  feasible: Int32Array,
  totals: Int32Array,
  raw: Int32Array,
  onNode: Uint16Array,
  alone: Int32Array,
  zoneScores: Float64Array,
  place: Int32Array,
  hostWeight: number,
  hostSlack: number,
  findings: Int32Array,
): number {
  let found = findings[finding.found] as number
  let looked = findings[finding.visited] as number
  let zones = findings[finding.zones] as number
  let least = findings[finding.least] as number
  let most = findings[finding.most] as number
  let stopped = -1
  let at = start + looked
  if (at >= nodeCount) at -= nodeCount
  while (looked < nodeCount && found < wanted) {
    const i = order[at] as number
    const score = cells[i] as number
    if (score === unknown) {
      stopped = i
      break
    }
    at++
    if (at === nodeCount) at = 0
    looked++
    if (score === noFit) continue
    const where = place[i] as number
    const z = where >> 1
    zones |= 1 << z
    const siblings = onNode[i] as number
    let spread = alone[where] as number
    if (siblings !== 0 && (where & 1) !== 0)
      spread = (siblings * hostWeight + hostSlack + (zoneScores[z] as number) + 0.5) | 0
    if (spread < least) least = spread
    if (spread > most) most = spread
    feasible[found] = i
    totals[found] = score
    raw[found] = spread
    found++
  }
  findings[finding.found] = found
  findings[finding.visited] = looked
  findings[finding.zones] = zones
  findings[finding.least] = least
  findings[finding.most] = most
  return stopped
}

/** How many zones the feasible nodes are in; nodes without one are one more. */
export function countZones(
  feasible: Int32Array,
  count: number,
  place: Int32Array,
  zoneCount: number,
  bits: number,
): number {
  let zones = 0
  if (zoneCount <= 32) {
    for (let z = 0; z < zoneCount; z++) zones += (bits >>> z) & 1
    return zones
  }
  const met = new Uint8Array(zoneCount)
  for (let k = 0; k < count; k++) {
    const z = (place[feasible[k] as number] as number) >> 1
    if (met[z] === 0) zones++
    met[z] = 1
  }
  return zones
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

/**
 * Raw scores of default spreading: siblings on the node and in its zone. `zoneScores` is each zone's part, 0 for nodes
 * without one. `findings` is given the least and the most.
 */
export function rawSpread(
  raw: Int32Array,
  feasible: Int32Array,
  count: number,
  onNode: Uint16Array,
  zoneScores: Float64Array,
  place: Int32Array,
  hostWeight: number,
  hostSlack: number,
  findings: Int32Array,
): void {
  let least = 0x7fffffff
  let most = 0
  for (let k = 0; k < count; k++) {
    const i = feasible[k] as number
    const where = place[i] as number
    const host = (where & 1) === 0 ? 0 : (onNode[i] as number) * hostWeight + hostSlack
    const score = (host + (zoneScores[where >> 1] as number) + 0.5) | 0
    raw[k] = score
    if (score < least) least = score
    if (score > most) most = score
  }
  findings[finding.least] = least
  findings[finding.most] = most
}

/**
 * The position of the winner among the feasible, once `weight` times their normalised raw scores, of which the least is
 * the best, have been added to the totals. `shares` is scratch: raw scores are mostly few.
 */
export function pickBest(
  totals: Int32Array,
  raw: Int32Array,
  feasible: Int32Array,
  count: number,
  weight: number,
  least: number,
  most: number,
  shares: Int32Array,
  key: Uint32Array,
  podKey: number,
): number {
  if (most - least >= shares.length) {
    addShares(totals, raw, count, weight, least, most)
    raw.fill(least, 0, count)
    shares[0] = 0
  } else fillShares(shares, weight, least, most)
  let best = -1
  let bestTotal = -0x80000000
  let bestTie = 0
  for (let k = 0; k < count; k++) {
    const total = (totals[k] as number) + (shares[(raw[k] as number) - least] as number)
    if (total < bestTotal) continue
    const tie = tieBreak(podKey, key[feasible[k] as number] as number)
    if (total > bestTotal || tie < bestTie) {
      best = k
      bestTotal = total
      bestTie = tie
    }
  }
  return best
}

/** What each raw score from `least` to `most` is worth; nothing where all are alike. */
function fillShares(shares: Int32Array, weight: number, least: number, most: number): void {
  if (least === most) {
    shares[0] = 0
    return
  }
  for (let score = least; score <= most; score++) shares[score - least] = weight * shareOf(score, least, most)
}

function addShares(
  totals: Int32Array,
  raw: Int32Array,
  count: number,
  weight: number,
  least: number,
  most: number,
): void {
  for (let k = 0; k < count; k++) {
    totals[k] = (totals[k] as number) + weight * shareOf(raw[k] as number, least, most)
  }
}

function shareOf(raw: number, least: number, most: number): number {
  return ((100 * (most + least - raw)) / most) | 0
}
