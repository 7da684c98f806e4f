/** The stage shows the world through one of its lenses. Of them the Loop lens is here: what is desired, who closes the gap, what is actual, side by side. */
import { lazy, Suspense, useRef, useState } from 'react'
import { useRevealed, useSession, useText } from '../../state/index.ts'
import { stageMode } from '../../viz/loop/stageMode.ts'
import { Actual } from './actual/Actual.tsx'
import { ControlPlane } from './control/ControlPlane.tsx'
import { Desired } from './desired/Desired.tsx'
import { Bin } from './hands/Bin.tsx'
import { HandsProvider } from './hands/Hands.tsx'
import type { TargetId } from './hands/target.ts'
import { useGrip } from './hands/useGrip.ts'
import styles from './Stage.module.css'
import { StageBar } from './StageBar.tsx'
import { Rails } from './tokens/Rails.tsx'
import { Twin } from './twin/Twin.tsx'
import { useRoom } from './useRoom.ts'
import { words } from './words.ts'

const TrafficLens = lazy(() => import('./traffic/TrafficLens.tsx'))
const MapLens = lazy(() => import('./map/MapLens.tsx'))

export function Stage() {
  const lens = useSession((session) => session.lens)
  return (
    <HandsProvider>
      <Suspense>{lens === 'traffic' ? <TrafficLens /> : lens === 'map' ? <MapLens /> : <Columns />}</Suspense>
    </HandsProvider>
  )
}

function Columns() {
  const say = useText()
  const frame = useRef<HTMLElement>(null)
  const room = useRoom(frame)
  const mode = stageMode(room.width)
  const hasDesired = useRevealed('desired')
  const hasControl = useRevealed('controllers')
  const hasNodes = useRevealed('nodes')
  const canAct = useCanAct()
  const [isTable, setTable] = useState(false)
  const { handlers, held, release } = useGrip(canAct)
  return (
    <section
      {...handlers}
      ref={frame}
      className={styles.stage}
      data-mode={mode}
      data-table={isTable}
      data-holding={held !== undefined}
      data-control={hasControl ? 'shown' : 'absent'}
      aria-label={say(words.stage)}
    >
      <StageBar isTable={isTable} onTable={setTable} />
      <Twin isShown={isTable} />
      {!isTable && (
        <>
          {hasDesired && (
            <div className={styles.desired}>
              <div className={styles.region}>
                <Desired mode={mode} />
              </div>
            </div>
          )}
          {hasControl && (
            <div className={styles.control}>
              <div className={styles.region}>
                <ControlPlane mode={mode} height={room.height} />
              </div>
            </div>
          )}
          {hasNodes && (
            <div className={styles.actual}>
              <div className={styles.region}>
                <Actual mode={mode} />
              </div>
            </div>
          )}
          {hasControl && <Rails stage={frame} mode={mode} />}
        </>
      )}
      {held !== undefined && <Bin held={held} onEnd={release} />}
    </section>
  )
}

/** Loops may be put to sleep when a scenario has come to that; all else is in its menus. */
function useCanAct(): (id: TargetId) => boolean {
  const hasMenus = useRevealed('menus')
  const hasSleep = useRevealed('sleep')
  return (id) => (/^(loop|api-server)\//.test(id) ? hasSleep : hasMenus)
}
