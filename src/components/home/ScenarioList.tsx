import { type ScenarioCard, scenarioCards } from '../../scenarios/index.ts'
import { hashOf, useText } from '../../state/index.ts'
import styles from './HomePage.module.css'
import { words } from './words.ts'

const levels = {
  'first-steps': words.levels_firstSteps,
  course: words.levels_course,
  challenge: words.levels_challenge,
} as const

export function ScenarioList({ finished }: { readonly finished: ReadonlySet<string> }) {
  return (
    <ul className={styles.cards}>
      {scenarioCards.map((card) => (
        <li key={card.id}>
          <ScenarioLink card={card} isDone={finished.has(card.id)} />
        </li>
      ))}
    </ul>
  )
}

function ScenarioLink({ card, isDone }: { readonly card: ScenarioCard; readonly isDone: boolean }) {
  const say = useText()
  return (
    <a className={styles.card} href={hashOf({ page: 'scenario', id: card.id })}>
      <p className={styles.facts}>
        <span>{say(words.chapter, { chapter: card.chapter })}</span>
        <span>{say(levels[card.level])}</span>
        <span>{say(words.minutes, { minutes: card.minutes })}</span>
        {isDone && <span className={styles.done}>✓ {say(words.done)}</span>}
      </p>
      <h3>{say(card.title)}</h3>
      <p>{say(card.summary)}</p>
    </a>
  )
}
