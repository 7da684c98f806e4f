/** Which of several things an arrow key leads to from one of them. */
import type { Point } from './card.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

interface Thing extends Point {
  readonly slot: number
}

const ahead: Readonly<
  Record<Direction, (dx: number, dy: number) => readonly [along: number, aside: number]>
> = {
  left: (dx, dy) => [-dx, Math.abs(dy)],
  right: (dx, dy) => [dx, Math.abs(dy)],
  up: (dx, dy) => [-dy, Math.abs(dx)],
  down: (dx, dy) => [dy, Math.abs(dx)],
}

/** The nearest in that direction; straying aside counts more than going far. Undefined: none is there. */
export function neighbour(things: readonly Thing[], from: number, direction: Direction): number | undefined {
  const start = things.find(({ slot }) => slot === from)
  if (start === undefined) return things[0]?.slot
  let best: { slot: number; distance: number } | undefined
  for (const { slot, x, y } of things) {
    const [along, aside] = ahead[direction](x - start.x, y - start.y)
    if (along <= 0) continue
    const distance = along + 4 * aside
    if (best === undefined || distance < best.distance) best = { slot, distance }
  }
  return best?.slot
}
