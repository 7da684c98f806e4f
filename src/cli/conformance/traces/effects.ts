/** When a recorded command took effect: a command line takes its time to start, and what it did is in the timeline. */
import type { Action, Fields, Sighting } from './recording.ts'

/** Seconds by which the watcher may have seen it after the command had ended. */
const watchDelay = 0.1

/** The first change that such a command makes to an object it names; else when it came back. */
export function momentOf({ t, tEnd, do: what }: Action, timeline: readonly Sighting[]): number {
  if (tEnd === undefined || /drain|rollout status/.test(what)) return t
  const named = new Set(what.split(/[ /]/))
  const before = new Map<string, Fields>()
  for (const { t: seen, kind, name, type, fields } of timeline) {
    const key = `${kind}/${name}`
    const earlier = before.get(key)
    before.set(key, fields)
    if (seen < t || seen > tEnd + watchDelay || !named.has(name) || earlier === undefined) continue
    if (type === 'DELETED' || decided(earlier) !== decided(fields)) return seen
  }
  return tEnd
}

/** What only users decide. */
function decided({ generation, unschedulable, deleting, paused }: Fields): string {
  return JSON.stringify([generation, unschedulable, deleting, paused])
}
