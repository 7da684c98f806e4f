import { clockText } from '../../../i18n/index.ts'
import { type GuideState, seek, select, useRevealed, useText, useWorld } from '../../../state/index.ts'
import { slotOf } from '../../ledger/slotOf.ts'
import { deeds, words } from '../words.ts'
import styles from './Verdict.module.css'

type Write = NonNullable<GuideState['decidedBy']>

/** The write that decided it. Its time leads back to that moment, its object to the trail of causes. */
export function DecidedBy({ write }: { readonly write: Write }) {
  const say = useText()
  const canSeek = useRevealed('scrubber')
  const time = clockText(write.tick)
  return (
    <div className={styles.decidedBy}>
      <p className={styles.label}>{say(words.decidedBy)}</p>
      <p className={styles.deed}>
        {canSeek ? (
          <button
            type="button"
            className={styles.link}
            aria-label={say(words.showMoment, { time })}
            onClick={() => seek(write.tick)}
          >
            {time}
          </button>
        ) : (
          <span className={styles.time}>{time}</span>
        )}
        <span>{say(deeds[write.verb], { actor: write.actor })}</span>
      </p>
      <WrittenObject object={write.object} />
    </div>
  )
}

/** Only what is still there can be looked at. */
function WrittenObject({ object }: { readonly object: string }) {
  const canSelect = useRevealed('causes')
  const slot = useWorld((world) => slotOf(world, object))
  if (!canSelect || slot === 0) return <code className={styles.object}>{object}</code>
  return (
    <button type="button" className={styles.link} onClick={() => select(slot)}>
      <code className={styles.object}>{object}</code>
    </button>
  )
}
