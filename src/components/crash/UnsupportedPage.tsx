import { useText } from '../../state/index.ts'
import styles from './CrashPage.module.css'
import { words } from './words.ts'

/** Shown where the browser lacks what the engine stands on. */
export function UnsupportedPage() {
  const say = useText()
  return (
    <main className={styles.page}>
      <h1>{say(words.unsupported)}</h1>
      <p>{say(words.whatIsNeeded)}</p>
    </main>
  )
}

export function isSupported(): boolean {
  return (
    typeof Worker === 'function' &&
    typeof OffscreenCanvas === 'function' &&
    typeof CompressionStream === 'function' &&
    'findLast' in Array.prototype
  )
}
