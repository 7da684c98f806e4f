/** What the simulator's answers are held against. */
import { useText } from '../../state/index.ts'
import styles from './Checks.module.css'
import { checks, checkWords, words } from './words.ts'

export function Checks() {
  const say = useText()
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{say(words.checked)}</h2>
      <ul className={styles.checks}>
        {checks.map(({ id, figure, ...counts }) => (
          <li key={id}>
            <p className={styles.figure}>{figure}</p>
            <h3>{say(checkWords[id].name)}</h3>
            <p>{say(checkWords[id].what, counts)}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
