/**
 * The loops over nodes, as standalone functions over typed arrays: closures or methods here were measured four times
 * slower. What they compute is what the plugins compute, and a property test holds them to it.
 */
import { tieBreak } from '../framework/selectHost.ts'
import { noFit, unknown } from './nodeScores.ts'

/** What a search has found out so far, by its place in `findings`; `misfits`: nodes that were visited and don't fit. */
export const finding = { misfits: 0, candidates: 1, least: 2, most: 3 } as const

/**
 * Visits the nodes from `from` to before `to` in `order`, and of those that fit keeps those that can win by what their
 * resources score (`cells`) and by default spreading. Nodes without siblings of the pod (`onNode`) that are in the same place
 * are spread alike, so of each place only the best can: its score goes into `best`, which is -1 where there is none, its
 * tie-break into `ties` and its index into `leaders`, all by place. Nodes with siblings become candidates at once: their
 * indexes go into `feasible`, their scores into `totals`.
 *
 * Answers where it ended: at `to`, or at a node whose score is unknown. Once it is known the search goes on from there; it is
 * not asked for in the loop, since a loop that calls nobody runs twice as fast.
 */
export function findBest(
  order: Int32Array,
  from: number,
  to: number,
  cells: Int32Array,
  onNode: Uint16Array,
  place: Int32Array,
  key: Uint32Array,
  podKey: number,
  best: Int32Array,
  ties: Uint32Array,
  leaders: Int32Array,
  feasible: Int32Array,
  totals: Int32Array,
  findings: Int32Array,
): number {
  let misfits = findings[finding.misfits] as number
  let candidates = findings[finding.candidates] as number
  let at = from
  for (; at < to; at++) {
    const i = order[at] as number
    const score = cells[i] as number
    if (score < 0) {
      if (score === unknown) break
      misfits++
      continue
    }
    const where = place[i] as number
    if (onNode[i] !== 0 && (where & 1) !== 0) {
      feasible[candidates] = i
      totals[candidates] = score
      candidates++
      continue
    }
    const lead = best[where] as number
    if (score < lead) continue
    const tie = tieBreak(podKey, key[i] as number)
    if (score === lead && tie >= (ties[where] as number)) continue
    best[where] = score
    ties[where] = tie
    leaders[where] = i
  }
  findings[finding.misfits] = misfits
  findings[finding.candidates] = candidates
  return at
}

/** After `findBest`: the best of each place become candidates too. */
export function addLeaders(
  best: Int32Array,
  leaders: Int32Array,
  places: number,
  feasible: Int32Array,
  totals: Int32Array,
  findings: Int32Array,
): void {
  let candidates = findings[finding.candidates] as number
  for (let where = 0; where < places; where++) {
    if ((best[where] as number) < 0) continue
    feasible[candidates] = leaders[where] as number
    totals[candidates] = best[where] as number
    candidates++
  }
  findings[finding.candidates] = candidates
}

/** As `findBest`, where more counts than resources and spreading: every node that fits is a candidate. */
export function findFeasible(
  order: Int32Array,
  from: number,
  to: number,
  cells: Int32Array,
  feasible: Int32Array,
  totals: Int32Array,
  findings: Int32Array,
): number {
  let misfits = findings[finding.misfits] as number
  let candidates = findings[finding.candidates] as number
  let at = from
  for (; at < to; at++) {
    const i = order[at] as number
    const score = cells[i] as number
    if (score === unknown) break
    if (score === noFit) {
      misfits++
      continue
    }
    feasible[candidates] = i
    totals[candidates] = score
    candidates++
  }
  findings[finding.misfits] = misfits
  findings[finding.candidates] = candidates
  return at
}

/** How many zones the candidates are in; nodes without one are one more. `met` is scratch, a cell for each. */
export function countZones(feasible: Int32Array, count: number, place: Int32Array, met: Uint8Array): number {
  met.fill(0)
  let zones = 0
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
 * The position of the winner among the candidates, once `weight` times their normalised raw scores, of which the least is
 * the best, have been added to the totals.
 */
export function pickBest(
  totals: Int32Array,
  raw: Int32Array,
  feasible: Int32Array,
  count: number,
  weight: number,
  least: number,
  most: number,
  key: Uint32Array,
  podKey: number,
): number {
  let best = -1
  let bestTotal = -0x80000000
  let bestTie = 0
  for (let k = 0; k < count; k++) {
    const total = (totals[k] as number) + weight * shareOf(raw[k] as number, least, most)
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

/** Nothing where all are alike: only the order counts. */
function shareOf(raw: number, least: number, most: number): number {
  return least === most ? 0 : ((100 * (most + least - raw)) / most) | 0
}
