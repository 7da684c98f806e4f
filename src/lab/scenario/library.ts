/** The scenarios that come with the app. The build reads their files (scripts/scenario-plugin.ts). */
import type { Scenario } from './scenario.ts'

const files = import.meta.glob<Scenario>('../../scenarios/*.yaml', { eager: true, import: 'default' })

export const scenarios: readonly Scenario[] = Object.values(files).sort((a, b) => a.order - b.order)

export function scenarioNamed(id: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.id === id)
}
