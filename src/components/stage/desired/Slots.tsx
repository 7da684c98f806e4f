/** The wanted replicas as slots, filled when Ready: the gap can be counted. Many become a bar. */
import { useText } from '../../../state/index.ts'
import { slotsOf } from '../../../viz/loop/slots.ts'
import { Glyph } from '../Glyph.tsx'
import styles from './Slots.module.css'
import { words } from './words.ts'

const glyphs = { ready: 'ready', missing: 'ghost', surplus: 'terminating' } as const

export function Slots({ desired, ready }: { readonly desired: number; readonly ready: number }) {
  const say = useText()
  const slots = slotsOf(desired, ready)
  return (
    <div className={styles.slots}>
      {slots === undefined ? (
        <Bar desired={desired} ready={ready} />
      ) : (
        <div className={styles.row} aria-hidden="true">
          {slots.map((slot, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: slots are counts and have no identity
            <span key={index} className={styles.slot} data-slot-state={slot}>
              <Glyph look={glyphs[slot]} />
            </span>
          ))}
        </div>
      )}
      <p className={styles.counts}>
        <span className={styles.ready}>{say(words.ready, { n: numberOf(ready) })}</span>
        {ready < desired && (
          <span className={styles.missing}>{say(words.missing, { n: numberOf(desired - ready) })}</span>
        )}
        {ready > desired && <span>{say(words.surplus, { n: numberOf(ready - desired) })}</span>}
      </p>
    </div>
  )
}

const numberOf = (count: number): string => count.toLocaleString('en')

function Bar({ desired, ready }: { readonly desired: number; readonly ready: number }) {
  const most = Math.max(desired, ready)
  return (
    <div className={styles.bar} data-gap={ready < desired || undefined} aria-hidden="true">
      <span className={styles.barReady} style={{ width: `${(100 * Math.min(ready, desired)) / most}%` }} />
      {ready > desired && (
        <span className={styles.barSurplus} style={{ width: `${(100 * (ready - desired)) / most}%` }} />
      )}
    </div>
  )
}
