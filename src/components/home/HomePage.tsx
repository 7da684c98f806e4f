/** What there is to do: the scenarios in the order of the course, and a sandbox. */

import { useStore } from 'zustand'
import { scenarioCards } from '../../scenarios/index.ts'
import { hashOf, progress, sandboxRoute, sandboxTemplates, useText } from '../../state/index.ts'
import { TopBar } from '../topbar/index.ts'
import styles from './HomePage.module.css'
import { LoopPicture } from './LoopPicture.tsx'
import { ScenarioList } from './ScenarioList.tsx'
import { words } from './words.ts'

export function HomePage() {
  const say = useText()
  const { last, finished } = useStore(progress)
  const first = scenarioCards[0]
  const goOn =
    last === undefined || last === 'sandbox' || 'sandbox' in last
      ? undefined
      : scenarioCards.find(({ id }) => id === last.scenario)
  return (
    <div className={styles.page}>
      <TopBar />
      <main className={styles.main}>
        <section className={styles.hero}>
          <div>
            <h1>{say(words.claim)}</h1>
            <p>{say(words.lead)}</p>
            <div className={styles.actions}>
              {first !== undefined && (
                <a className={styles.begin} href={hashOf({ page: 'scenario', id: first.id })}>
                  {say(words.begin, { minutes: first.minutes })}
                </a>
              )}
              {goOn !== undefined && goOn !== first && (
                <a className={styles.goOn} href={hashOf({ page: 'scenario', id: goOn.id })}>
                  {say(words.goOn, { title: say(goOn.title) })}
                </a>
              )}
            </div>
          </div>
          <LoopPicture />
        </section>
        <h2>{say(words.scenarios)}</h2>
        <ScenarioList finished={finished} />
        <h2>{say(words.sandbox)}</h2>
        <p className={styles.lead}>{say(words.sandboxLead)}</p>
        <ul className={styles.cards}>
          {sandboxTemplates.map((template) => (
            <li key={template}>
              <a className={styles.card} href={hashOf(sandboxRoute(template))}>
                <p className={styles.facts}>
                  <span>{say(words[`${template}Size`])}</span>
                </p>
                <h3>{say(words[template])}</h3>
                <p>{say(words[`${template}Lead`])}</p>
              </a>
            </li>
          ))}
        </ul>
        <footer className={styles.footer}>
          <a href={hashOf({ page: 'fidelity' })}>{say(words.fidelity)}</a>
        </footer>
      </main>
    </div>
  )
}
