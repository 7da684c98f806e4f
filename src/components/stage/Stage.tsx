/** The Loop lens: what is desired, who closes the gap, what is actual, side by side. */
import { useRef } from 'react'
import { useRevealed, useText } from '../../state/index.ts'
import { stageMode } from '../../viz/loop/stageMode.ts'
import { Actual } from './actual/Actual.tsx'
import { ControlPlane } from './control/ControlPlane.tsx'
import { Desired } from './desired/Desired.tsx'
import styles from './Stage.module.css'
import { useRoom } from './useRoom.ts'
import { words } from './words.ts'

export function Stage() {
  const say = useText()
  const frame = useRef<HTMLElement>(null)
  const room = useRoom(frame)
  const mode = stageMode(room.width)
  const hasDesired = useRevealed('desired')
  const hasControl = useRevealed('controllers')
  const hasNodes = useRevealed('nodes')
  return (
    <section
      ref={frame}
      className={styles.stage}
      data-mode={mode}
      data-control={hasControl ? 'shown' : 'absent'}
      aria-label={say(words.stage)}
    >
      {hasDesired && (
        <div className={styles.desired}>
          <Desired mode={mode} />
        </div>
      )}
      {hasControl && (
        <div className={styles.control}>
          <ControlPlane mode={mode} height={room.height} />
        </div>
      )}
      {hasNodes && (
        <div className={styles.actual}>
          <Actual mode={mode} />
        </div>
      )}
    </section>
  )
}
