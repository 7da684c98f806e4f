/** What components reported about an object, newest first. */
import { clockText } from '../../i18n/index.ts'
import { type EventRow, useText } from '../../state/index.ts'
import styles from './EventRows.module.css'
import { words } from './words.ts'

export function EventRows({ events }: { readonly events: readonly EventRow[] }) {
  const say = useText()
  if (events.length === 0) return <p className={styles.nothing}>{say(words.noEvents)}</p>
  const newestFirst = [...events].sort((a, b) => b.last - a.last)
  return (
    <ol className={styles.rows} aria-label={say(words.events)}>
      {newestFirst.map((event) => (
        <Row key={`${event.reason} ${event.message} ${event.source} ${event.first}`} event={event} />
      ))}
    </ol>
  )
}

function Row({ event: { type, reason, message, source, count, first, last } }: { readonly event: EventRow }) {
  const say = useText()
  const isWarning = type === 'Warning'
  return (
    <li className={isWarning ? styles.warning : styles.row}>
      <p className={styles.head}>
        {isWarning && <span className={styles.mark}>⚠ {say(words.warning)}</span>}
        <strong>{reason}</strong>
        <time className={styles.time}>{clockText(last)}</time>
      </p>
      <p className={styles.message}>{message}</p>
      <p className={styles.source}>
        {say(words.from, { source })}
        {count > 1 && ` · ${say(words.times, { count, first: clockText(first) })}`}
      </p>
    </li>
  )
}
