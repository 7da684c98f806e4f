/** Has the chips painted as they come to stand: the studio is told of those that are not what they were. */
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { world } from '../../../state/index.ts'
import { stripeOf } from '../../../viz/loop/stripe.ts'
import type { Tray } from '../../../viz/loop/tray.ts'
import type { Chip, Ghosts } from '../paint/messages.ts'
import { useSurface } from '../paint/useSurface.ts'
import { prefersStillness } from '../stillness.ts'
import type { UnitRoom } from '../useRoom.ts'
import type { ChipProps } from './PodChip.tsx'

/** Enough of a pod's name to know it by. */
const tail = 5

export interface Field {
  readonly room: UnitRoom
  readonly tray: Tray
  readonly moving: boolean
}

export function usePaintedChips(
  host: RefObject<HTMLElement | null>,
  chips: readonly ChipProps[],
  { room, tray, moving }: Field,
): void {
  const surface = useSurface(host, 'chips', room)
  const told = useRef<Told>(undefined)
  useLayoutEffect(() => {
    if (surface === undefined) return
    // Another picture knows of none.
    if (told.current?.surface !== surface) told.current = { surface, chips: new Map(), tray: undefined }
    const { chips: before } = told.current
    const changed: Chip[] = []
    const now = new Map<number, ChipProps>()
    for (const chip of chips) {
      const { slot } = chip.pod
      const last = before.get(slot)
      if (last === undefined || !isAlike(last, chip)) changed.push(chipOf(chip))
      now.set(slot, chip)
    }
    const left = [...before.keys()].filter((slot) => !now.has(slot))
    const ghosts = tray === told.current.tray ? undefined : ghostsOf(tray, room.unit)
    told.current = { surface, chips: now, tray }
    if (changed.length === 0 && left.length === 0 && ghosts === undefined) return
    const { pods } = world.getState()
    surface.tell({
      type: 'chips',
      chips: changed,
      // A pod may be there and have no room: it is not seen to go.
      gone: left.filter((slot) => pods.get(slot) === undefined),
      hidden: left.filter((slot) => pods.get(slot) !== undefined),
      ghosts,
      manner: { isMoving: moving, isStill: prefersStillness() },
    })
  })
}

interface Told {
  readonly surface: object
  readonly chips: ReadonlyMap<number, ChipProps>
  readonly tray: Tray | undefined
}

/** In all that is painted. */
function isAlike(one: ChipProps, other: ChipProps): boolean {
  return (
    one.pod === other.pod &&
    one.x === other.x &&
    one.y === other.y &&
    one.density === other.density &&
    one.drained === other.drained &&
    one.isSelected === other.isSelected &&
    one.hasName === other.hasName
  )
}

function chipOf({ pod, x, y, density, drained, isSelected, hasName }: ChipProps): Chip {
  const { slot, look, revision, restarts, name } = pod
  return {
    slot,
    x,
    y,
    look,
    density,
    stripe: stripeOf(revision),
    restarts,
    tail: hasName ? name.slice(-tail) : '',
    drained,
    isSelected,
  }
}

function ghostsOf({ ghosts, density }: Tray, unit: number): Ghosts {
  const places = ghosts.map(({ x, y }) => ({ x: Math.round(x * unit), y: Math.round(y * unit) }))
  return { density, places }
}
