import { memo, useEffect, useRef } from 'react'
import { type GuideState, type Scenario, type Step, useText } from '../../state/index.ts'
import styles from './Guide.module.css'
import { Markdown } from './markdown/Markdown.tsx'
import { StepDots } from './StepDots.tsx'
import { words } from './words.ts'

interface Props {
  readonly scenario: Scenario
  readonly step: Step
  readonly state: GuideState
}

export const StepHead = memo(function StepHead({ scenario, step, state }: Props) {
  const say = useText()
  const heading = useFocusOnChange(state.step)
  return (
    <header className={styles.head}>
      <p className={styles.scenario}>{say(scenario.title)}</p>
      <div className={styles.progress}>
        <h2 ref={heading} tabIndex={-1} className={styles.stepOf}>
          {say(words.stepOf, { step: state.step + 1, steps: scenario.steps.length })}
        </h2>
        <StepDots steps={scenario.steps.length} state={state} />
      </div>
      <div className={styles.say}>
        <Markdown text={step.say} slots={state.values} />
      </div>
    </header>
  )
})

/** A new step is read from its heading on; the first one doesn't take the focus from where it is. */
function useFocusOnChange(step: number) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current !== step) heading.current?.focus({ preventScroll: true })
    before.current = step
  }, [step])
  return heading
}
