import { expect, it } from 'vitest'
import type { PodCard } from '../../../state/index.ts'
import { blocksOf, isSameBlock } from './PodBlock.tsx'
import type { ChipProps } from './PodChip.tsx'

function chip(slot: number, changes: Partial<ChipProps> = {}): ChipProps {
  const pod: PodCard = {
    slot,
    namespace: '',
    name: 'web',
    look: 'ready',
    restarts: 0,
    revision: 1,
    node: 1,
    owner: 0,
  }
  return {
    pod,
    nodeName: 'node-1',
    hasName: true,
    x: 0,
    y: 0,
    density: 'roomy',
    isSelected: false,
    isStop: false,
    canAct: true,
    drained: 0,
    ...changes,
  }
}

it('keeps a pod in the block of its slot, whoever else comes or goes', () => {
  const numbers = (slots: readonly number[]) =>
    blocksOf(slots.map((slot) => chip(slot))).map(([number, chips]) => [
      number,
      chips.map(({ pod }) => pod.slot),
    ])
  expect(numbers([3, 15, 16, 40])).toEqual([
    [0, [3, 15]],
    [1, [16]],
    [2, [40]],
  ])
  expect(numbers([15, 40])).toEqual([
    [0, [15]],
    [2, [40]],
  ])
})

it('draws a block anew only when something of one of its chips has changed', () => {
  const [one, two] = [chip(1), chip(2)]
  expect(isSameBlock({ chips: [one, two] }, { chips: [{ ...one }, { ...two }] })).toBe(true)
  expect(isSameBlock({ chips: [one, two] }, { chips: [one, { ...two, x: 7 }] })).toBe(false)
  expect(isSameBlock({ chips: [one, two] }, { chips: [one, { ...two, pod: { ...two.pod } }] })).toBe(false)
  expect(isSameBlock({ chips: [one] }, { chips: [one, two] })).toBe(false)
})
