/** Times in the ledger go on by themselves: each of these is drawn when its own text changes, and nothing around it. */
import { durationText, type Text } from '../../i18n/index.ts'
import { type Clock, useLanguage, useSession, useText, type WaitingFor } from '../../state/index.ts'
import styles from './GapLedger.module.css'
import { waitingWords } from './waitingWords.ts'
import { words } from './words.ts'

/** For how long the gap has been open. */
export function Age({ since, label }: { readonly since: number; readonly label: Text }) {
  const say = useText()
  const language = useLanguage()
  const time = useSession(({ clock }) =>
    durationText(legible(Math.max(0, clock.tick - since), clock), language),
  )
  return (
    <span className={styles.age}>
      <span className="visually-hidden">{say(label, { time })}</span>
      <span aria-hidden="true">{time}</span>
    </span>
  )
}

/** What is left until it goes on, where that is known. */
export function TimeLeft({ waitingFor }: { readonly waitingFor: WaitingFor | undefined }) {
  const text = waitingFor && waitingWords[waitingFor.reason].until
  if (text === undefined || waitingFor?.until === undefined) return null
  return <Countdown until={waitingFor.until} text={text} />
}

function Countdown({ until, text }: { readonly until: number; readonly text: Text }) {
  const say = useText()
  const language = useLanguage()
  const time = useSession(({ clock }) =>
    clock.tick < until ? durationText(legible(until - clock.tick, clock), language) : '',
  )
  return <span className={styles.left}>{time === '' ? say(words.soon) : say(text, { time })}</span>
}

/** While time runs nobody reads tenths of seconds: halves. */
function legible(ticks: number, { playing }: Clock): number {
  return playing ? ticks - (ticks % 5) : ticks
}
