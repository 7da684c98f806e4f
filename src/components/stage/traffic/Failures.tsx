import { type LoadCard, type RequestFate, useText } from '../../../state/index.ts'
import styles from './Cards.module.css'
import { causeWords } from './causeWords.ts'
import { countText } from './figures.ts'
import { words } from './words.ts'

/** What failed since the load began, the most frequent first, each with what it means. */
export function Failures({ failures }: Pick<LoadCard, 'failures'>) {
  const say = useText()
  const rows = (Object.entries(failures) as [RequestFate, number][]).sort((a, b) => b[1] - a[1])
  if (rows.length === 0) return <p className={styles.told}>{say(words.noFailures)}</p>
  return (
    <ul className={styles.failures} aria-label={say(words.failures)}>
      {rows.map(([cause, count]) => (
        <li key={cause}>
          <b>× {countText(count)}</b>
          <p>
            <strong>{say(causeWords[cause].name)}</strong>: {say(causeWords[cause].told)}
          </p>
        </li>
      ))}
    </ul>
  )
}
