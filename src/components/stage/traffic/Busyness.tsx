/** How busy the pods' threads are, and what queueing theory expects of that: why waiting grows so steeply at the end. */
import { type LoadCard, useText } from '../../../state/index.ts'
import styles from './Cards.module.css'
import { millisText } from './figures.ts'
import { words } from './words.ts'

/** Below this nobody feels it. Milliseconds. */
const felt = 1

export function Busyness({ load }: { readonly load: LoadCard }) {
  const say = useText()
  const { utilisation, waitMillis = 0 } = load
  if (utilisation === undefined) return null
  const share = `${Math.round(utilisation * 100)} %`
  const isTooMuch = utilisation >= 1 || !Number.isFinite(waitMillis)
  return (
    <div className={styles.busy} data-bad={isTooMuch || undefined}>
      <p>
        <b>{say(words.busy, { share })}</b>
      </p>
      <div className={styles.meter} aria-hidden="true">
        <i style={{ transform: `scaleX(${Math.min(1, utilisation)})` }} />
      </div>
      <p className={styles.told}>
        {isTooMuch
          ? say(words.tooMuch)
          : waitMillis < felt
            ? say(words.busyNoWait)
            : say(words.busyWait, { wait: millisText(waitMillis) })}
      </p>
    </div>
  )
}
