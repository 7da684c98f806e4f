import { Fragment } from 'react'
import styles from './Lines.module.css'

/** Command lines, as they are sent. A long one breaks between its words; what belongs to one line hangs under it. */
export function Lines({ lines, label }: { readonly lines: readonly string[]; readonly label: string }) {
  return (
    <div className={styles.lines}>
      <p className={styles.label}>{label}</p>
      <ol>
        {[...lines.entries()].map(([number, line]) => (
          <li key={number}>
            <code>
              <Words line={line} />
            </code>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Words({ line }: { readonly line: string }) {
  return [...line.split(' ').entries()].map(([number, word]) => (
    <Fragment key={number}>
      {number > 0 && ' '}
      <span className={styles.word}>{word}</span>
    </Fragment>
  ))
}
