/** All chips in one layer, each moved to its place: a pod that is bound flies from the tray to its node. */
import { memo, useMemo } from 'react'
import { type PodCard, useRevealed, useSession, useText, useWorld } from '../../../state/index.ts'
import type { Place } from '../../../viz/loop/card.ts'
import { targetId } from '../hands/target.ts'
import { useRoving } from '../hands/useRoving.ts'
import { blocksOf, PodBlock } from './PodBlock.tsx'
import styles from './PodLayer.module.css'
import { useDrained } from './useDrained.ts'
import { useFarewells } from './useFarewells.ts'
import { words } from './words.ts'

interface Props {
  readonly pods: readonly PodCard[]
  readonly places: readonly Place[]
  readonly unit: number
  readonly moving: boolean
}

const keysId = 'pod-keys'

export const PodLayer = memo(function PodLayer({ pods, places, unit, moving }: Props) {
  const say = useText()
  const selected = useSession((session) => session.selected)
  const placeOf = useMemo(() => new Map(places.map((place) => [place.slot, place])), [places])
  const nodes = useWorld((world) => world.nodes)
  const hasNames = useRevealed('names')
  const canAct = useRevealed('menus')
  const ids = useMemo(() => places.map(({ slot }) => targetId.pod(slot)), [places])
  const { group, stop } = useRoving<HTMLDivElement>(ids, canAct)
  useFarewells(group.ref, moving)
  const drained = useDrained()
  const chips = pods.flatMap((pod) => {
    const place = placeOf.get(pod.slot)
    if (place === undefined) return []
    return {
      pod,
      nodeName: nodes.get(pod.node)?.name,
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
      {blocksOf(chips).map(([number, block]) => (
        <PodBlock key={number} chips={block} />
      ))}
    </div>
  )
})
