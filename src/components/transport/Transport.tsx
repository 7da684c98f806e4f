/** Time: run it, step it, slow it down, skip what is quiet, take back what was done. A scenario reveals it part by part. */
import { useRevealed, useText } from '../../state/index.ts'
import { Badges } from './Badges.tsx'
import { ClockFace } from './ClockFace.tsx'
import { PlayButton } from './PlayButton.tsx'
import { SpeedSlider } from './SpeedSlider.tsx'
import { SpeedTag } from './SpeedTag.tsx'
import { StepButtons } from './StepButtons.tsx'
import styles from './Transport.module.css'
import { UndoButtons } from './UndoButtons.tsx'
import { UntilMenu } from './UntilMenu.tsx'
import { words } from './words.ts'

export function Transport() {
  const say = useText()
  const isRevealed = useRevealed('transport')
  const hasUndo = useRevealed('undo')
  const hasSteps = useRevealed('scrubber')
  const hasClock = useRevealed('clock')
  if (!isRevealed) return null
  return (
    <section className={styles.transport} aria-label={say(words.transport)}>
      <div className={styles.bar}>
        <div className={styles.past}>{hasUndo && <UndoButtons />}</div>
        <div className={styles.now}>
          {hasSteps && <StepButtons back />}
          <PlayButton />
          {hasSteps && <StepButtons />}
          {hasClock && <UntilMenu />}
        </div>
        <div className={styles.pace}>{hasClock ? <SpeedSlider /> : <SpeedTag />}</div>
        <div className={styles.when}>
          {hasClock && <ClockFace />}
          <Badges />
        </div>
      </div>
    </section>
  )
}
