import { scenarioCards } from '../../scenarios/index.ts'
import { go, hashOf, type Scenario, showEverything, useSession, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import styles from './Ending.module.css'
import { Lines } from './Lines.tsx'
import { words } from './words.ts'

const mostLines = 12

/** After the last step: what was done, and where to go from here. */
export function Ending({ scenario }: { readonly scenario: Scenario }) {
  const say = useText()
  const log = useSession((session) => session.log)
  const isEverythingShown = useSession((session) => session.showEverything)
  const lines = log.filter(({ exit }) => exit === 0).map(({ line }) => line)
  const at = scenarioCards.findIndex(({ id }) => id === scenario.id)
  const next = scenarioCards[at + 1]
  return (
    <section className={styles.ending} aria-label={say(words.ending, { title: say(scenario.title) })}>
      <h3 className={styles.title}>{say(words.ending, { title: say(scenario.title) })}</h3>
      {next !== undefined && (
        <a className={styles.next} href={hashOf({ page: 'scenario', id: next.id })}>
          <span className={styles.label}>
            {say(words.nextScenario)} · {say(words.minutes, { minutes: next.minutes })}
          </span>
          <strong>{say(next.title)}</strong>
          <span>{say(next.summary)}</span>
        </a>
      )}
      <div className={styles.ways}>
        {!isEverythingShown && <Button onPress={showEverything}>{say(words.everything)}</Button>}
        <Button look="bare" onPress={() => go({ page: 'home' })}>
          {say(words.allScenarios)}
        </Button>
      </div>
      {!isEverythingShown && <p className={styles.label}>{say(words.everythingWhy)}</p>}
      {lines.length > 0 && <Lines lines={lines.slice(-mostLines)} label={say(words.youDid)} />}
    </section>
  )
}
