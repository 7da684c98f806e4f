/**
 * Chips by sixteens. Of thousands a frame changes a few, and React has a look only at the blocks that those are in. A pod
 * stays in its block wherever it goes: the block follows from its slot.
 */
import { memo } from 'react'
import { type ChipProps, PodChip } from './PodChip.tsx'

const slotsInBlock = 16

/** `chips` in the order of their slots; so are the blocks. */
export function blocksOf(chips: readonly ChipProps[]): readonly (readonly [number, readonly ChipProps[]])[] {
  const blocks = new Map<number, ChipProps[]>()
  for (const chip of chips) {
    const number = Math.floor(chip.pod.slot / slotsInBlock)
    const block = blocks.get(number)
    if (block === undefined) blocks.set(number, [chip])
    else block.push(chip)
  }
  return [...blocks]
}

interface Props {
  readonly chips: readonly ChipProps[]
}

export const PodBlock = memo(function PodBlock({ chips }: Props) {
  return chips.map((chip) => <PodChip key={chip.pod.slot} {...chip} />)
}, isSameBlock)

export function isSameBlock({ chips: before }: Props, { chips: after }: Props): boolean {
  return before.length === after.length && before.every((chip, index) => isSame(chip, after[index]))
}

function isSame(before: ChipProps, after: ChipProps | undefined): boolean {
  return after !== undefined && names.every((name) => before[name] === after[name])
}

/** Every one of them: one that were missing here would not be drawn when it changes, and the types see that none is. */
const names = Object.keys({
  pod: true,
  nodeName: true,
  hasName: true,
  x: true,
  y: true,
  density: true,
  isSelected: true,
  isStop: true,
  canAct: true,
  drained: true,
} satisfies { readonly [Name in keyof ChipProps]: true }) as (keyof ChipProps)[]
