/** A scenario out of a file whose shape and rules have been checked. */

import { needsSolution } from './rules.ts'
import type { Scenario, SetupLine, Step } from './scenario.ts'
import type { ScenarioFile, StepFile } from './shape.ts'

const defaultWait = 100

export function assemble(file: ScenarioFile): Scenario {
  const steps = file.steps.map((step) => assembleStep(step, file))
  return {
    ...file.metadata,
    title: file.title,
    summary: file.summary,
    setup: file.setup.map((line): SetupLine => (typeof line === 'string' ? { run: line } : defined(line))),
    steps,
    solution: steps.flatMap((step) => step.solution ?? []),
  }
}

function assembleStep({ predict, ...step }: StepFile, file: ScenarioFile): Step {
  const replayed = file.steps.find((other) => other.id === step.replay)
  const after = predict?.after ?? replayed?.predict?.after ?? 0
  const solution = step.solution ?? (needsSolution({ predict, ...step }) ? file.solution : undefined)
  const wait = step.do !== undefined && predict === undefined ? (step.wait ?? defaultWait) : undefined
  return defined({
    ...step,
    show: step.show && defined(step.show),
    predict: predict && { ...predict, after },
    solution,
    wait,
  }) as Step
}

/** Without the fields that are undefined. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as never
}
