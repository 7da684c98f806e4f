/** The ways of looking at the world that there is something to see in. One alone is no choice, and then nothing is shown. */
import {
  type Lens,
  lensesThere,
  session,
  showLens,
  useSession,
  useText,
  useWorld,
} from '../../state/index.ts'
import styles from './LensSwitch.module.css'
import { lensWords, words } from './words.ts'

const keys: { readonly [L in Lens]: string } = { loop: '1', map: '2', traffic: '4' }

export function LensSwitch() {
  const say = useText()
  const chosen = useSession(({ lens }) => lens)
  // Of the world only the loads matter here, and of the session only what is taught: each is watched for itself.
  const withLoads = useWorld((world) => lensesThere(world, session.getState()).join())
  const taught = useSession((state) => lensesThere({ loads: [] }, state).join())
  const lenses = [...new Set([...taught.split(','), ...withLoads.split(',')])].sort(byKey) as readonly Lens[]
  if (lenses.length < 2) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's; these are keys of a switch
    <div role="group" className={styles.switch} aria-label={say(words.lens)}>
      {lenses.map((id) => (
        <button
          key={id}
          type="button"
          className={styles.lens}
          aria-pressed={id === chosen}
          title={`${say(lensWords[id])} (${keys[id]})`}
          onClick={() => showLens(id)}
        >
          {say(lensWords[id])}
        </button>
      ))}
    </div>
  )
}

function byKey(one: string, other: string): number {
  return Number(keys[one as Lens]) - Number(keys[other as Lens])
}
