/**
 * All chips in one layer. What is seen of them is painted: a pod that is bound flies from the tray to its node. What can be
 * pressed, walked to and read out lies over the picture, a button a pod.
 */
import { memo, useMemo, useRef } from 'react'
import { type PodCard, useRevealed, useSession, useText, useWorld } from '../../../state/index.ts'
import type { Arrangement } from '../../../viz/loop/arrange.ts'
import { targetId } from '../hands/target.ts'
import { useRoving } from '../hands/useRoving.ts'
import { nodeNames } from './crowd.ts'
import { blocksOf, PodBlock } from './PodBlock.tsx'
import styles from './PodLayer.module.css'
import { useDrained } from './useDrained.ts'
import { usePaintedChips } from './usePaintedChips.ts'
import { words } from './words.ts'

interface Props {
  readonly pods: readonly PodCard[]
  readonly arrangement: Arrangement
  /** Of the field, in design units. */
  readonly width: number
  readonly unit: number
  readonly moving: boolean
}

const keysId = 'pod-keys'

export const PodLayer = memo(function PodLayer({ pods, arrangement, width, unit, moving }: Props) {
  const say = useText()
  const picture = useRef<HTMLDivElement>(null)
  const { chips: places, tray, height } = arrangement
  const selected = useSession((session) => session.selected)
  const placeOf = useMemo(() => new Map(places.map((place) => [place.slot, place])), [places])
  const nodes = useWorld(nodeNames)
  const hasNames = useRevealed('names')
  const canAct = useRevealed('menus')
  const ids = useMemo(() => places.map(({ slot }) => targetId.pod(slot)), [places])
  const { group, stop } = useRoving<HTMLDivElement>(ids, canAct)
  const drained = useDrained()
  const chips = pods.flatMap((pod) => {
    const place = placeOf.get(pod.slot)
    if (place === undefined) return []
    return {
      pod,
      nodeName: nodes.get(pod.node),
      hasName: hasNames,
      x: Math.round(place.x * unit),
      y: Math.round(place.y * unit),
      density: place.density,
      isSelected: pod.slot === selected,
      isStop: targetId.pod(pod.slot) === stop,
      canAct,
      drained: drained.get(pod.node) ?? 0,
    }
  })
  const room = { width: width * unit, height: height * unit, unit }
  usePaintedChips(picture, chips, { room, tray, moving })
  return (
    <div
      {...group}
      className={styles.layer}
      role="toolbar"
      aria-label={say(words.pods)}
      aria-describedby={canAct ? keysId : undefined}
    >
      <p id={keysId} hidden>
        {say(words.podKeys)}
      </p>
      <div ref={picture} className={styles.picture} aria-hidden="true" />
      {blocksOf(chips).map(([number, block]) => (
        <PodBlock key={number} chips={block} />
      ))}
    </div>
  )
})
