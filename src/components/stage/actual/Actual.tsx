/** What is actual: the tray of pods without a node, the nodes, and the pods on them. */
import { type CSSProperties, useMemo, useRef } from 'react'
import { useWorld } from '../../../state/index.ts'
import { arrange } from '../../../viz/loop/arrange.ts'
import { isCrowd } from '../../../viz/loop/density.ts'
import type { StageMode } from '../../../viz/loop/stageMode.ts'
import { useMoving } from '../useMoving.ts'
import { useRoom } from '../useRoom.ts'
import { useSettled } from '../useSettled.ts'
import styles from './Actual.module.css'
import { crowdOf, nodeNames, wishOf } from './crowd.ts'
import { Heading } from './Heading.tsx'
import { Masses } from './Masses.tsx'
import { NodeLayer } from './NodeLayer.tsx'
import { PodLayer } from './PodLayer.tsx'
import { TrayView } from './TrayView.tsx'

/** On a phone the stage scrolls as a whole: this is the height that the arrangement aims at. */
const phoneHeight = 260

export function Actual({ mode }: { readonly mode: StageMode }) {
  const isCrowded = useWorld(({ nodes, pods }) => isCrowd(nodes.size, pods.size))
  return isCrowded ? <Masses /> : <Chips mode={mode} />
}

function Chips({ mode }: { readonly mode: StageMode }) {
  const viewport = useRef<HTMLDivElement>(null)
  const { width, height, unit } = useRoom(viewport)
  const { crowd, pods } = useCrowd()
  const isSettled = useSettled(`${width} ${height} ${unit}`)
  const moving = useMoving() && isSettled
  const roomHeight = mode === 'phone' ? phoneHeight : height
  const arrangement = useMemo(
    () => arrange(crowd, { width: Math.max(width, 160), height: roomHeight }),
    [crowd, width, roomHeight],
  )
  const size: CSSProperties = { height: `${arrangement.height * unit}px` }
  return (
    <>
      <Heading />
      <div ref={viewport} className={styles.viewport} data-mode={mode}>
        {width > 0 && (
          <div className={styles.field} style={size}>
            <TrayView
              tray={arrangement.tray}
              unit={unit}
              density={arrangement.density}
              unplaced={crowd.unplaced.length}
              ghosts={crowd.ghosts}
            />
            <NodeLayer arrangement={arrangement} unit={unit} />
            <PodLayer pods={pods} arrangement={arrangement} width={width} unit={unit} moving={moving} />
          </div>
        )}
      </div>
    </>
  )
}

function useCrowd() {
  const version = useWorld((world) => world.podsVersion)
  const table = useWorld((world) => world.pods)
  // Not the cards of nodes and workloads, which change with nearly every step.
  const nodes = useWorld(nodeNames)
  const wish = useWorld(wishOf)
  // The table is changed in place: its version says that there is something new to read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the table's contents
  const pods = useMemo(() => table.all(), [table, version])
  const crowd = useMemo(() => crowdOf([...nodes.keys()], pods, wish), [nodes, pods, wish])
  return { crowd, pods }
}
