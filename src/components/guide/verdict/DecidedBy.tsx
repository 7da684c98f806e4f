import { clockText } from '../../../i18n/index.ts'
import { type GuideState, seek, select, useRevealed, useText, world } from '../../../state/index.ts'
import { slotOf } from '../../ledger/slotOf.ts'
import { words } from '../words.ts'
import styles from './Verdict.module.css'

type Write = NonNullable<GuideState['decidedBy']>

/** The write that decided it. Its time leads back to that moment, its object to the trail of causes. */
export function DecidedBy({ write, label }: { readonly write: Write; readonly label: string }) {
  const say = useText()
  const canSeek = useRevealed('scrubber')
  const canSelect = useRevealed('causes')
  const time = clockText(write.tick)
  return (
    <div className={styles.decidedBy}>
      <p className={styles.label}>{label}</p>
      <p className={styles.write}>
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
        )}{' '}
        {canSelect ? (
          <button type="button" className={styles.link} onClick={() => selectNamed(write.object)}>
            {write.text}
          </button>
        ) : (
          write.text
        )}
      </p>
    </div>
  )
}

function selectNamed(object: string): void {
  const slot = slotOf(world.getState(), object)
  if (slot !== 0) select(slot)
}
