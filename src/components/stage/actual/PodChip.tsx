import { memo } from 'react'
import { type PodCard, useText } from '../../../state/index.ts'
import type { DensityName } from '../../../viz/loop/density.ts'
import { MenuSign } from '../hands/MenuSign.tsx'
import { targetId } from '../hands/target.ts'
import { lookWords } from '../words.ts'
import styles from './PodChip.module.css'
import { words } from './words.ts'

export interface ChipProps {
  readonly pod: PodCard
  /** Undefined: not bound. */
  readonly nodeName: string | undefined
  /** Whether it may be called by its name yet. */
  readonly hasName: boolean
  readonly x: number
  readonly y: number
  readonly density: DensityName
  readonly isSelected: boolean
  /** Whether the Tab key leads here. */
  readonly isStop: boolean
  readonly canAct: boolean
  /** How far its node has lost its colour, from 0 to 5. */
  readonly drained: number
}

/** A pod's chip as it can be pressed and read out. What is seen of it is painted below (`usePaintedChips.ts`). */
export const PodChip = memo(function PodChip({
  pod,
  nodeName,
  hasName,
  x,
  y,
  density,
  isSelected,
  isStop,
  canAct,
}: ChipProps) {
  const { look } = pod
  const label = usePodLabel(pod, hasName, nodeName)
  return (
    <button
      type="button"
      className={styles.chip}
      style={{ left: x, top: y }}
      data-slot={pod.slot}
      data-look={look}
      data-density={density}
      aria-label={label}
      aria-pressed={isSelected}
      data-target={targetId.pod(pod.slot)}
      data-rove=""
      tabIndex={isStop ? 0 : -1}
    >
      {canAct && density === 'roomy' && <MenuSign />}
    </button>
  )
})

function usePodLabel(
  { name, look, revision, restarts }: PodCard,
  hasName: boolean,
  nodeName: string | undefined,
): string {
  const say = useText()
  return [
    say(words.pod, { name: hasName ? name : 'Pod', look: say(lookWords[look]) }),
    ...(nodeName === undefined ? [] : [say(words.onNode, { node: nodeName })]),
    ...(revision === 0 ? [] : [say(words.revision, { n: revision })]),
    ...(restarts === 0 ? [] : [say(words.restarts, { n: restarts })]),
  ].join(', ')
}
