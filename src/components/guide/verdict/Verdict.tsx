import { type GuideState, type Step, useText } from '../../../state/index.ts'
import { Markdown } from '../markdown/Markdown.tsx'
import { words } from '../words.ts'
import { DecidedBy } from './DecidedBy.tsx'
import { GuessAndFact } from './GuessAndFact.tsx'
import styles from './Verdict.module.css'

/** What came of it: the guess beside what happened, the measured result, and the write that decided it. */
export function Verdict({ step, state }: { readonly step: Step; readonly state: GuideState }) {
  const say = useText()
  const { predict, after, onWrong } = step
  const isWrong = state.chosen !== undefined && state.chosen !== state.happened
  return (
    <div className={styles.verdict}>
      {predict !== undefined && <GuessAndFact predict={predict} state={state} />}
      {isWrong && onWrong !== undefined && <Markdown text={onWrong} slots={state.values} />}
      {after !== undefined && <Markdown text={after} slots={state.values} />}
      {state.decidedBy !== undefined && <DecidedBy write={state.decidedBy} label={say(words.decidedBy)} />}
    </div>
  )
}
