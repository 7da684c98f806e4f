import { durationText } from '../../../i18n/index.ts'
import { type GuideState, useLanguage, useSession, useText } from '../../../state/index.ts'
import { words } from '../words.ts'
import styles from './GoalPart.module.css'

type Goal = NonNullable<GuideState['goal']>

const around = 2 * Math.PI * 15

/** A ring that fills while the goal is held; full, it is reached. Losing the goal empties it. */
export function GoalMeter({ goal }: { readonly goal: Goal }) {
  const say = useText()
  const language = useLanguage()
  const heldFor = useSession(({ clock }) => heldAt(goal, clock.tick))
  const share = goal.reached ? 1 : goal.held === 0 ? 0 : heldFor / goal.held
  const text = goal.reached
    ? say(words.goalReached)
    : goal.met
      ? say(words.goalHolding, { time: durationText(goal.held - heldFor, language) })
      : say(words.goalNotYet)
  return (
    <div className={styles.goal} data-reached={goal.reached || undefined}>
      <svg className={styles.ring} viewBox="0 0 36 36" aria-hidden="true">
        <circle cx="18" cy="18" r="15" className={styles.track} />
        <circle
          cx="18"
          cy="18"
          r="15"
          className={styles.arc}
          strokeDasharray={around}
          strokeDashoffset={around * (1 - share)}
        />
        {goal.reached && <path d="M11.5 18.5 16 23l8.5-9.5" className={styles.check} />}
      </svg>
      <div>
        <p className={styles.label}>{say(words.goal)}</p>
        <p className={styles.state}>{text}</p>
      </div>
    </div>
  )
}

function heldAt({ since, met, held }: Goal, tick: number): number {
  return met && since !== undefined ? Math.min(Math.max(0, tick - since), held) : 0
}
