/** What the home page shows of each scenario: light cards, made by the build from the same files. */
import type { Text } from '../i18n/index.ts'

export interface ScenarioCard {
  readonly id: string
  readonly chapter: number
  readonly minutes: number
  readonly level: 'first-steps' | 'course' | 'challenge'
  readonly order: number
  /** How many steps it has. */
  readonly steps: number
  readonly title: Text
  readonly summary: Text
}

const cards = import.meta.glob<ScenarioCard>('./*.yaml', { eager: true, import: 'default', query: '?card' })

/** In the order in which they are meant to be played. */
export const scenarioCards: readonly ScenarioCard[] = Object.values(cards).sort((a, b) => a.order - b.order)
