/** The scenarios as tests play them: those that have sizes small, all others as they are. */
import { scenarios } from '../../src/lab/scenario/library.ts'
import type { Scenario } from '../../src/lab/scenario/scenario.ts'

const files = import.meta.glob<Scenario>('../../src/scenarios/*.yaml', {
  eager: true,
  import: 'default',
  query: '?small',
})

export const smallScenarios: readonly Scenario[] = Object.values(files).sort((a, b) => a.order - b.order)

/** Whether a scenario has sizes. */
export function isSized(id: string): boolean {
  const text = (all: readonly Scenario[]) => JSON.stringify(all.find((one) => one.id === id))
  return text(smallScenarios) !== text(scenarios)
}
