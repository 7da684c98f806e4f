/** The ways of looking at the world that there is something to see in. One alone is no choice, and then nothing is shown. */
import { hasTraffic, session, showLens, useSession, useText, useWorld } from '../../state/index.ts'
import styles from './LensSwitch.module.css'
import { lensWords, words } from './words.ts'

const lenses = [
  { id: 'loop', key: '1' },
  { id: 'traffic', key: '4' },
] as const

export function LensSwitch() {
  const say = useText()
  const chosen = useSession(({ lens }) => lens)
  const hasLoads = useWorld((world) => hasTraffic(world, session.getState()))
  const isTaught = useSession((state) => hasTraffic({ loads: [] }, state))
  if (!hasLoads && !isTaught) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's; these are keys of a switch
    <div role="group" className={styles.switch} aria-label={say(words.lens)}>
      {lenses.map(({ id, key }) => (
        <button
          key={id}
          type="button"
          className={styles.lens}
          aria-pressed={id === chosen}
          title={`${say(lensWords[id])} (${key})`}
          onClick={() => showLens(id)}
        >
          {say(lensWords[id])}
        </button>
      ))}
    </div>
  )
}
