import { type GuideState, guide, type Step, useText } from '../../../state/index.ts'
import { Button } from '../../controls/Button.tsx'
import { Markdown } from '../markdown/Markdown.tsx'
import { words } from '../words.ts'
import { GoalMeter } from './GoalMeter.tsx'
import styles from './GoalPart.module.css'
import { Solution } from './Solution.tsx'

/** A goal without a button: whether it is met, a word on a detour, hints one by one, and in the end a solution. */
export function GoalPart({ step, state }: { readonly step: Step; readonly state: GuideState }) {
  const { goal, phase } = state
  return (
    <div className={styles.part}>
      {goal !== undefined && <GoalMeter goal={goal} />}
      {state.detour && step.detour !== undefined && phase !== 'told' && (
        <div className={styles.detour}>
          <Markdown text={step.detour.say} slots={state.values} />
        </div>
      )}
      {phase !== 'told' && <Help step={step} state={state} />}
    </div>
  )
}

function Help({ step, state }: { readonly step: Step; readonly state: GuideState }) {
  const say = useText()
  const hints = step.hints ?? []
  const left = hints.length - state.hints
  const hasSolution = step.solution !== undefined
  return (
    <div className={styles.help}>
      {hints.slice(0, state.hints).map((hint, index) => (
        <div key={hint.en} className={styles.hint}>
          <p className={styles.label}>{say(words.hintNumber, { n: index + 1 })}</p>
          <Markdown text={hint} slots={state.values} />
        </div>
      ))}
      {state.solutionShown && step.solution !== undefined && <Solution lines={step.solution} />}
      <div className={styles.buttons}>
        {left > 0 && (
          <Button onPress={() => guide({ do: 'hint' })}>
            {say(words.hint)}
            <span className={styles.left}>{say(words.hintsLeft, { n: left })}</span>
          </Button>
        )}
        {left === 0 && hasSolution && !state.solutionShown && (
          <Button onPress={() => guide({ do: 'solution' })}>{say(words.solution)}</Button>
        )}
      </div>
    </div>
  )
}
