import { Fragment } from 'react'
import type { Area, Fidelity } from '../../fidelity/index.ts'
import { useLanguage, useText } from '../../state/index.ts'
import styles from './AreaSection.module.css'
import { areaWords, words } from './words.ts'

export function AreaSection({ area: { id, parts } }: { readonly area: Area }) {
  const say = useText()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say(areaWords[id])}</h2>
      <ul className={styles.parts}>
        {parts.map((part) => (
          <Part key={part.name} part={part} />
        ))}
      </ul>
    </section>
  )
}

function Part({ part: { name, upstream, version, deviations } }: { readonly part: Fidelity }) {
  const say = useText()
  const language = useLanguage()
  return (
    <li className={styles.part}>
      <div>
        <h3 translate="no">{name}</h3>
        <p className={styles.upstream} translate="no">
          {version} · <Path path={upstream} />
        </p>
      </div>
      {deviations.length === 0 ? (
        <p className={styles.same}>
          <span aria-hidden="true">✓</span> {say(words.same)}
        </p>
      ) : (
        <ul className={styles.deviations}>
          {deviations.map((deviation) => (
            <li key={deviation.en}>{deviation[language]}</li>
          ))}
        </ul>
      )}
    </li>
  )
}

/** A line may break after a slash, not within a name. */
function Path({ path }: { readonly path: string }) {
  return path.split(/(?<=\/)/).map((name, depth, names) => (
    <Fragment key={names.slice(0, depth + 1).join('')}>
      {name}
      <wbr />
    </Fragment>
  ))
}
