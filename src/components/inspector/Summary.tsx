/** A few fields worth reading first, the gaps that are open for it, and what it is connected to. */
import { type Inspected, useText } from '../../state/index.ts'
import styles from './Inspector.module.css'
import { ObjectButton } from './ObjectButton.tsx'
import { words } from './words.ts'

export function Summary({ inspection }: { readonly inspection: Inspected }) {
  const say = useText()
  const { summary, related } = inspection
  return (
    <>
      <OpenGaps inspection={inspection} />
      <dl className={styles.fields}>
        {summary.map(([field, value]) => (
          <div key={field} className={styles.field}>
            <dt>{field}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {related.length > 0 && (
        <section aria-label={say(words.related)}>
          <h3 className={styles.heading}>{say(words.related)}</h3>
          <ul className={styles.related}>
            {related.map((link) => (
              <li key={link.slot}>
                <ObjectButton link={link} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function OpenGaps({ inspection: { gaps } }: { readonly inspection: Inspected }) {
  const say = useText()
  if (gaps.length === 0) return null
  return (
    <section className={styles.gaps} aria-label={say(words.gaps)}>
      <h3 className={styles.heading}>{say(words.gaps)}</h3>
      <ul>
        {gaps.map(({ field, desired, actual, owner }) => (
          <li key={field}>{say(words.gap, { field, desired, actual, owner })}</li>
        ))}
      </ul>
    </section>
  )
}
