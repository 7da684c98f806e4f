import { type GuideState, guide, type Scenario, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import styles from './Guide.module.css'
import { goToStep, nextStep, previousStep } from './steps.ts'
import { words } from './words.ts'

/** One can always go on; but before the step is done that is skipping it, and quiet. */
export function StepNavigation({
  scenario,
  state,
}: {
  readonly scenario: Scenario
  readonly state: GuideState
}) {
  const say = useText()
  const isFirst = state.step === 0
  const isLast = state.step === scenario.steps.length - 1
  const isDone = state.phase === 'told' || state.phase === 'reading'
  const hasBegun = state.phase !== 'asking' && state.phase !== 'reading'
  return (
    <nav className={styles.navigation} aria-label={say(words.steps)}>
      {!isFirst && (
        <Button look="bare" onPress={previousStep} aria-keyshortcuts="PageUp">
          {say(words.back)}
        </Button>
      )}
      {hasBegun && (
        <Button look="bare" onPress={() => guide({ do: 'again' })}>
          {say(words.again)}
        </Button>
      )}
      {isLast && isDone && (
        <Button look="bare" onPress={() => guide({ do: 'restart' })}>
          {say(words.restart)}
        </Button>
      )}
      {!isLast && (
        <span className={styles.next}>
          {isDone ? (
            <Button look="primary" onPress={nextStep} aria-keyshortcuts="PageDown">
              {say(words.next)}
            </Button>
          ) : (
            <Button look="bare" onPress={() => goToStep(state.step + 1)}>
              {say(words.skip)}
            </Button>
          )}
        </span>
      )}
    </nav>
  )
}
