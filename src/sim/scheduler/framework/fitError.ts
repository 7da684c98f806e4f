/** Why no node fits, in words (pkg/scheduler/framework/types.go, FitError, v1.36). */
import type { Status } from './status.ts'

export const noNodesAvailable = 'no nodes available to schedule pods'

/** From the reasons of every node: "0/3 nodes are available: 1 node(s) were unschedulable, 2 Insufficient cpu." */
export function fitErrorText(statuses: Iterable<Status>, nodeCount: number): string {
  const counts = new Map<string, number>()
  for (const status of statuses) {
    for (const reason of status.reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  const entries = [...counts].map(([reason, count]) => `${count} ${reason}`).sort()
  const head = `0/${nodeCount} nodes are available:`
  return entries.length === 0 ? head : `${head} ${entries.join(', ')}.`
}

/** A pod refused before any node was looked at. The end is not a slip: the real one says so. */
export function rejectionText({ reasons }: Status, nodeCount: number): string {
  return `0/${nodeCount} nodes are available: ${reasons.join(', ')}. not found`
}

/** The text of the condition and the event, with what the attempt at preemption came to. */
export function unschedulableText(filtering: string, preemption: string): string {
  return preemption === '' ? filtering : `${filtering} no new claims to deallocate, preemption: ${preemption}`
}

const eventTextLimit = 1024

/** Events hold at most 1,024 characters. */
export function truncateForEvent(text: string): string {
  return text.length <= eventTextLimit ? text : `${text.slice(0, eventTextLimit - 4)} ...`
}
