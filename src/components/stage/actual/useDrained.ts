/** How far each silent node has lost its colour, by slot. */
import { useMemo } from 'react'
import { useWorld, type World } from '../../../state/index.ts'
import { drained } from '../../../viz/loop/drain.ts'

const none: ReadonlyMap<number, number> = new Map()

export function useDrained(): ReadonlyMap<number, number> {
  const told = useWorld(tell)
  return useMemo(() => (told === '' ? none : new Map(JSON.parse(`[${told}]`))), [told])
}

/** As a text, because it is the same for ten seconds and costs nothing to compare. */
function tell({ nodes, tick }: World): string {
  return [...nodes.values()]
    .flatMap(({ slot, lastHeard }) =>
      lastHeard === undefined ? [] : `[${slot},${drained(tick - lastHeard)}]`,
    )
    .join()
}
