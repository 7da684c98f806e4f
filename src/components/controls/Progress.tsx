/** How much of something has been done. */
import styles from './Progress.module.css'

interface Props {
  readonly label: string
  readonly done: number
  readonly all: number
}

export function Progress({ label, done, all }: Props) {
  const percent = all === 0 ? 0 : Math.floor((100 * done) / all)
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div className={styles.done} style={{ width: `${percent}%` }} />
    </div>
  )
}
