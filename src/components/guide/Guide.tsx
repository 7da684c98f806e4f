/** The guide: one step at a time; first a guess, then the run, then what happened beside it. */
import { useEffect, useRef } from 'react'
import { Announcement } from './Announcement.tsx'
import { Ending } from './Ending.tsx'
import styles from './Guide.module.css'
import { GoalPart } from './goal/GoalPart.tsx'
import { PredictionPart } from './prediction/PredictionPart.tsx'
import { RunPart } from './RunPart.tsx'
import { StepHead } from './StepHead.tsx'
import { StepNavigation } from './StepNavigation.tsx'
import { type Guided, useGuide } from './useGuide.ts'
import { useKeptFocus } from './useKeptFocus.ts'
import { Verdict } from './verdict/Verdict.tsx'

export function Guide() {
  const guided = useGuide()
  return guided === undefined ? null : <GuidedStep {...guided} />
}

function GuidedStep({ scenario, step, state }: Guided) {
  const scroll = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is read from its beginning.
  useEffect(() => void scroll.current?.scrollTo(0, 0), [state.step])
  const isLast = state.step === scenario.steps.length - 1
  useKeptFocus(scroll, state.phase)
  return (
    <div className={styles.guide}>
      <div className={styles.scroll} ref={scroll}>
        <StepHead scenario={scenario} step={step} state={state} />
        {step.predict !== undefined && state.phase !== 'told' && (
          <PredictionPart key={step.id} predict={step.predict} state={state} />
        )}
        {(state.phase === 'locked' || state.phase === 'ready' || state.phase === 'running') && (
          <RunPart step={step} state={state} />
        )}
        {step.goal !== undefined && <GoalPart step={step} state={state} />}
        {state.phase === 'told' && <Verdict step={step} state={state} />}
        {isLast && state.finished.includes(state.step) && <Ending scenario={scenario} />}
      </div>
      <StepNavigation scenario={scenario} state={state} />
      <Announcement step={step} state={state} />
    </div>
  )
}
