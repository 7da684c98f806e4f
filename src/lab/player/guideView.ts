/** What the guide shows of a journey. */
import type { Region } from '../scenario/scenario.ts'
import type { GuideState, Phase } from './guideState.ts'
import type { Journey } from './journey.ts'

export function phaseOf({ step, record }: Journey): Phase {
  if (record.end !== undefined) return 'told'
  if (record.verdict !== undefined) return 'doing'
  if (record.run !== undefined) return 'running'
  if (step.predict !== undefined) return record.locked ? 'locked' : 'asking'
  if (step.do !== undefined) return 'ready'
  return step.goal === undefined ? 'reading' : 'doing'
}

/** Why a learner's own line would have to wait. */
export function refusalIn(journey: Journey): 'predict-first' | 'running' | undefined {
  const phase = phaseOf(journey)
  if (phase === 'asking') return 'predict-first'
  return phase === 'running' && !journey.record.byHand ? 'running' : undefined
}

export function guideState(journey: Journey, finished: ReadonlySet<number>): GuideState {
  const { record, measurement, scenario, index } = journey
  const { chosen, verdict } = record
  const phase = phaseOf(journey)
  const detour = phase === 'doing' && measurement?.detours === true
  const goal = goalIn(journey, phase)
  const refusal = refusalIn(journey)
  return {
    scenario: scenario.id,
    step: index,
    finished: [...finished].sort((a, b) => a - b),
    phase,
    ...(chosen === undefined ? {} : { chosen }),
    ...(phase === 'running' ? runIn(journey) : {}),
    ...(verdict?.happened === undefined ? {} : { happened: verdict.happened }),
    values: (detour ? measurement.values() : verdict?.values) ?? {},
    ...(verdict?.decidedBy === undefined ? {} : { decidedBy: verdict.decidedBy }),
    ...(goal === undefined ? {} : { goal }),
    detour,
    lines: linesOf(journey),
    hints: record.hints,
    solutionShown: record.solutionShown,
    revealed: revealedIn(journey),
    ...(refusal === undefined ? {} : { refusal }),
  }
}

function runIn({ record: { run, deadline } }: Journey): Pick<GuideState, 'run'> {
  return run === undefined || deadline === undefined ? {} : { run: { from: run.tick, until: deadline } }
}

function goalIn({ step, measurement }: Journey, phase: Phase): GuideState['goal'] {
  if (step.goal === undefined) return undefined
  const { held } = step.goal
  if (phase === 'told') return { met: true, held, reached: true }
  const since = phase === 'doing' || phase === 'running' ? measurement?.metSince : undefined
  return { met: since !== undefined, held, reached: false, ...(since === undefined ? {} : { since }) }
}

/** As they were sent, or as they would be now. */
function linesOf({ step, record, measurement }: Journey): readonly string[] {
  if (record.run !== undefined) return record.sent
  return (step.do ?? []).map((line) => {
    try {
      return measurement?.fill(line) ?? line
    } catch {
      return line
    }
  })
}

function revealedIn({ scenario, index }: Journey): readonly Region[] {
  return [...new Set(scenario.steps.slice(0, index + 1).flatMap(({ show }) => show?.reveal ?? []))]
}
