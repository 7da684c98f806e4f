import { type GuideState, useText } from '../../state/index.ts'
import styles from './StepDots.module.css'
import { goToStep } from './steps.ts'
import { words } from './words.ts'

/** A dot for each step: any can be gone to; those that are finished have a tick. */
export function StepDots({ steps, state }: { readonly steps: number; readonly state: GuideState }) {
  const say = useText()
  return (
    <ol className={styles.dots} aria-label={say(words.steps)}>
      {Array.from({ length: steps }, (_, step) => {
        const isDone = state.finished.includes(step)
        const label = say(isDone ? words.stepDone : words.stepNumber, { step: step + 1 })
        return (
          <li key={label}>
            <button
              type="button"
              className={styles.dot}
              data-done={isDone || undefined}
              aria-current={step === state.step ? 'step' : undefined}
              aria-label={label}
              title={label}
              onClick={() => goToStep(step)}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="8" cy="8" r="6.5" />
                {isDone && <path d="M5 8.2 7.2 10.4 11 5.8" />}
              </svg>
            </button>
          </li>
        )
      })}
    </ol>
  )
}
