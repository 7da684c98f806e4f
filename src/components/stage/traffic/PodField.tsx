/** The pods behind a Service, by their nodes. */
import { useMemo, useRef } from 'react'
import { useRevealed, useText } from '../../../state/index.ts'
import type { LensMode } from '../../../viz/traffic/lensMode.ts'
import { tilingOf } from '../../../viz/traffic/tiles.ts'
import { MachineBadge } from '../actual/MachineBadge.tsx'
import { targetId } from '../hands/target.ts'
import { useRoving } from '../hands/useRoving.ts'
import { useRoom } from '../useRoom.ts'
import styles from './PodField.module.css'
import { PodTile } from './PodTile.tsx'
import type { NodeGroup, Scene } from './scene.ts'
import { words } from './words.ts'

interface Props {
  readonly scene: Scene
  readonly mode: LensMode
}

/** On a phone the stage scrolls as a whole: this is the height that the arrangement aims at. */
const phoneHeight = 420

export function PodField({ scene: { groups }, mode }: Props) {
  const say = useText()
  const viewport = useRef<HTMLDivElement>(null)
  const { width, height } = useRoom(viewport)
  const canAct = useRevealed('menus')
  const counts = groups.map(({ pods }) => pods.length)
  const { size, columns } = tilingOf(counts, { width, height: mode === 'phone' ? phoneHeight : height })
  const ids = useMemo(
    () => groups.flatMap(({ pods }) => pods.map(({ pod }) => targetId.pod(pod.slot))),
    [groups],
  )
  const { group, stop } = useRoving<HTMLDivElement>(ids, canAct)
  return (
    <div ref={viewport} className={styles.viewport} data-mode={mode} data-pods="">
      <div
        {...group}
        className={styles.groups}
        role="toolbar"
        aria-label={say(words.pods)}
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {groups.map((one) => (
          <Group key={one.node?.slot ?? 0} group={one}>
            {one.pods.map((busy) => (
              <PodTile
                key={busy.pod.slot}
                {...busy}
                size={size}
                nodeName={one.node?.name}
                isStop={targetId.pod(busy.pod.slot) === stop}
              />
            ))}
          </Group>
        ))}
      </div>
      {groups.length === 0 && <p className={styles.nothing}>{say(words.noPods)}</p>}
    </div>
  )
}

function Group({
  group: { node },
  children,
}: {
  readonly group: NodeGroup
  readonly children: React.ReactNode
}) {
  const say = useText()
  const isTroubled = node !== undefined && node.machine !== 'on'
  return (
    <div className={styles.node} data-node="" data-troubled={isTroubled || undefined}>
      <p className={styles.nodeName}>
        <span>{node?.name ?? say(words.nowhere)}</span>
        {node !== undefined && node.machine !== 'on' && <MachineBadge machine={node.machine} isSmall />}
      </p>
      <div className={styles.tiles}>{children}</div>
    </div>
  )
}
