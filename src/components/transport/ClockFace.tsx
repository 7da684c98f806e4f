import { memo } from 'react'
import { clockText, durationText } from '../../i18n/index.ts'
import { useLanguage, useSession, useText } from '../../state/index.ts'
import styles from './ClockFace.module.css'
import { useJump } from './useJump.ts'
import { words } from './words.ts'

/** The clock of the simulation. Where quiet time was skipped its digits roll, and a tag tells how much it was. */
export function ClockFace() {
  const say = useText()
  const language = useLanguage()
  const jump = useJump()
  const time = useSession(({ clock }) => clockText(clock.tick))
  return (
    <div className={styles.clock} data-rolling={jump !== undefined || undefined}>
      <span role="timer" aria-label={say(words.simulatedTime, { time })} className={styles.face}>
        {[...time].map((sign, index) => (
          <Digit key={String(index)} sign={sign} isTenth={index === time.length - 1} />
        ))}
      </span>
      {jump !== undefined && (
        <span key={jump.number} className={styles.jump} role="status">
          {say(words.jumped, { time: durationText(jump.ticks, language) })}
        </span>
      )}
    </div>
  )
}

const digits = '0123456789'
const column = [...digits].map((digit) => <span key={digit}>{digit}</span>)

const Digit = memo(function Digit({ sign, isTenth }: { readonly sign: string; readonly isTenth: boolean }) {
  if (!digits.includes(sign)) return <span className={styles.sign}>{sign}</span>
  return (
    <span className={styles.digit} data-tenth={isTenth || undefined} aria-hidden="true">
      <span className={styles.strip} style={{ translate: `0 ${-Number(sign) * 10}%` }}>
        {column}
      </span>
    </span>
  )
})
