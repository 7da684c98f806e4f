import { useEffect, useRef } from 'react'
import type { GuideState, Step } from '../../../state/index.ts'
import { Markdown } from '../markdown/Markdown.tsx'
import { comesNext } from '../useKeptFocus.ts'
import { DecidedBy } from './DecidedBy.tsx'
import { GuessAndFact } from './GuessAndFact.tsx'
import styles from './Verdict.module.css'

/** What came of it: the guess beside what happened, the measured result, and the write that decided it. */
export function Verdict({ step, state }: { readonly step: Step; readonly state: GuideState }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => bringIntoView(box.current), [])
  const { predict, after, onWrong } = step
  const isWrong = state.chosen !== undefined && state.chosen !== state.happened
  return (
    <div className={styles.verdict} ref={box} tabIndex={-1} {...comesNext}>
      {predict !== undefined && <GuessAndFact predict={predict} state={state} />}
      {isWrong && onWrong !== undefined && <Markdown text={onWrong} slots={state.values} />}
      {after !== undefined && <Markdown text={after} slots={state.values} />}
      {state.decidedBy !== undefined && <DecidedBy write={state.decidedBy} />}
    </div>
  )
}

/** All of it, or else its beginning. */
function bringIntoView(box: HTMLElement | null): void {
  const room = box?.parentElement?.clientHeight ?? 0
  const fits = (box?.clientHeight ?? 0) <= room
  box?.scrollIntoView({ block: fits ? 'nearest' : 'start' })
}
