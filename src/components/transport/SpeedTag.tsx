import { useSession, useText } from '../../state/index.ts'
import { speedText } from './speed.ts'
import styles from './Transport.module.css'
import { words } from './words.ts'

/** Before there is a slider: a word on time that doesn't run as usual. */
export function SpeedTag() {
  const say = useText()
  const speed = useSession(({ clock }) => clock.speed)
  if (speed === 1) return null
  return (
    <p className={styles.tag}>
      {speedText(speed)}
      {speed < 1 && ` · ${say(words.slowMotion)}`}
    </p>
  )
}
