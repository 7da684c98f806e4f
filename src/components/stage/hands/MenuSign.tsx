/** Three dots where the pointer may call the menu. The keyboard has a key of its own for it. */
import styles from './MenuSign.module.css'

export function MenuSign() {
  return (
    <span className={styles.sign} data-menu="" aria-hidden="true">
      <svg viewBox="0 0 20 20" width="20" height="20" fill="currentColor" aria-hidden="true">
        <circle cx="10" cy="4.5" r="1.6" />
        <circle cx="10" cy="10" r="1.6" />
        <circle cx="10" cy="15.5" r="1.6" />
      </svg>
    </span>
  )
}
