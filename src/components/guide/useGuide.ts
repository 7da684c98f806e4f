/** The guide's state, the same object for as long as it says the same: it comes anew with every frame. */
import { type GuideState, type Scenario, type Step, useSession } from '../../state/index.ts'

let known: GuideState | undefined
let knownText = ''

export interface Guided {
  readonly scenario: Scenario
  readonly step: Step
  readonly state: GuideState
}

export function useGuide(): Guided | undefined {
  const scenario = useSession(({ opened }) => opened.scenario)
  const state = useSession(({ guide }) => steady(guide))
  const step = state === undefined ? undefined : scenario?.steps[state.step]
  if (scenario === undefined || state === undefined || step === undefined) return undefined
  return { scenario, step, state }
}

function steady(state: GuideState | undefined): GuideState | undefined {
  const text = JSON.stringify(state)
  if (text !== knownText) [known, knownText] = [state, text]
  return known
}
