/** Why it is there: from the object back, write by write, to the command or the fault that began it. */
import { clockText } from '../../i18n/index.ts'
import { type CauseRow, seek, useRevealed, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import { byWhom } from './byWhom.ts'
import styles from './CauseChain.module.css'
import { ObjectButton } from './ObjectButton.tsx'
import { deedOf, words, you } from './words.ts'

export function CauseChain({ causes }: { readonly causes: readonly CauseRow[] }) {
  const say = useText()
  if (causes.length === 0) return <p className={styles.note}>{say(words.noCauses)}</p>
  return (
    <ol className={styles.chain} aria-label={say(words.why)}>
      {causes.map((cause) => (
        <Cause key={cause.revision} cause={cause} />
      ))}
    </ol>
  )
}

function Cause({ cause }: { readonly cause: CauseRow }) {
  const say = useText()
  const canSeek = useRevealed('scrubber')
  const { tick, actor, verb, object, line, more } = cause
  const time = clockText(tick)
  const whose = byWhom(cause)
  return (
    <li className={styles.cause} data-by={whose}>
      <span className={styles.mark} aria-hidden="true" />
      <p className={styles.when}>
        <time>{time}</time>
        {canSeek && (
          <Button look="bare" aria-label={say(words.goThereAt, { time })} onPress={() => seek(tick)}>
            {say(words.goThere)}
          </Button>
        )}
      </p>
      <p className={styles.deed}>{say(deedOf(verb), { actor: whose === 'you' ? say(you) : actor })}</p>
      {object !== undefined && <ObjectButton link={object} />}
      {line !== undefined && <code className={styles.line}>{line}</code>}
      {more > 0 && <p className={styles.note}>{say(words.more, { count: more })}</p>}
    </li>
  )
}
