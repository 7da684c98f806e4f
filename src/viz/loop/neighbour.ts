/** Which of several things an arrow key leads to from one of them. */
import type { Point } from './card.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

export interface Thing<Id> extends Point {
  readonly id: Id
}

type Ahead = (dx: number, dy: number) => readonly [along: number, aside: number]

const ahead: Readonly<Record<Direction, Ahead>> = {
  left: (dx, dy) => [-dx, Math.abs(dy)],
  right: (dx, dy) => [dx, Math.abs(dy)],
  up: (dx, dy) => [-dy, Math.abs(dx)],
  down: (dx, dy) => [dy, Math.abs(dx)],
}

/** Straying aside counts more than going far. */
const asideWeight = 4

/** What is hardly further on stands beside, not ahead. */
const least = 12

/** The nearest in that direction; undefined: none is there. */
export function neighbour<Id>(things: readonly Thing<Id>[], from: Id, direction: Direction): Id | undefined {
  const start = things.find(({ id }) => id === from)
  if (start === undefined) return things[0]?.id
  let best: { id: Id; distance: number } | undefined
  for (const { id, x, y } of things) {
    const [along, aside] = ahead[direction](x - start.x, y - start.y)
    if (along < least) continue
    const distance = along + asideWeight * aside
    if (best === undefined || distance < best.distance) best = { id, distance }
  }
  return best?.id
}
