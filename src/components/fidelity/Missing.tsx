/** What Kubernetes has and the simulator has not, by name; what the cluster lacks in nature. */
import { commands, kinds } from '../../fidelity/index.ts'
import { useText } from '../../state/index.ts'
import styles from './Missing.module.css'
import { absences, words } from './words.ts'

export function Missing() {
  const say = useText()
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">{say(words.missing)}</h2>
      <p className={styles.lead}>{say(words.missingLead)}</p>
      <ul className={styles.absences}>
        {absences.map((absence) => (
          <li key={absence.en}>{say(absence)}</li>
        ))}
      </ul>
      <dl className={styles.lists}>
        <Names
          title={say(words.kindsThere, { count: kinds.simulated.length })}
          names={kinds.simulated}
          isThere
        />
        <Names title={say(words.kindsMissing)} names={kinds.missing} />
        <Names
          title={say(words.commandsThere, { count: commands.simulated.length })}
          names={commands.simulated}
          isThere
        />
        <Names title={say(words.commandsMissing)} names={commands.missing} />
      </dl>
    </section>
  )
}

interface NamesProps {
  readonly title: string
  readonly names: readonly string[]
  readonly isThere?: boolean
}

function Names({ title, names, isThere = false }: NamesProps) {
  return (
    <div>
      <dt>
        <span aria-hidden="true">{isThere ? '✓' : '–'}</span> {title}
      </dt>
      <dd translate="no">
        <ul className={`${styles.names} ${isThere ? '' : styles.absent}`}>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </dd>
    </div>
  )
}
