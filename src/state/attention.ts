/** What is looked at on this page, by how many: of all else the engine's frames tell at most how much there is. */
import { createStore } from 'zustand/vanilla'
import { type Attention, nobodyLooks } from '../worker/protocol.ts'

export type Topic = 'writes' | 'loops' | 'endpoints' | 'gaps' | { readonly openGroup: string }

export const attention = createStore<Attention>(() => nobodyLooks)

const counts = new Map<string, number>()

/** Somebody begins to look; returns what ends it. */
export function lookAt(topic: Topic): () => void {
  count(topic, 1)
  let isOver = false
  return () => {
    if (!isOver) count(topic, -1)
    isOver = true
  }
}

const groupMark = 'group '

function count(topic: Topic, change: number): void {
  const name = typeof topic === 'string' ? topic : `${groupMark}${topic.openGroup}`
  const before = counts.get(name) ?? 0
  const now = before + change
  if (now === 0) counts.delete(name)
  else counts.set(name, now)
  if ((before === 0) !== (now === 0)) attention.setState(attentionNow(), true)
}

function attentionNow(): Attention {
  return {
    writes: counts.has('writes'),
    loops: counts.has('loops'),
    endpoints: counts.has('endpoints'),
    gaps: counts.has('gaps'),
    openGroups: [...counts.keys()].flatMap((name) =>
      name.startsWith(groupMark) ? [name.slice(groupMark.length)] : [],
    ),
  }
}
