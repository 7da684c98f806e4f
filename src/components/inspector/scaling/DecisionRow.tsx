import { memo } from 'react'
import { clockText } from '../../../i18n/index.ts'
import { useText } from '../../../state/index.ts'
import {
  type Decision,
  type Finding,
  isChange,
  limitsOf,
  notesOn,
  type Sentence,
  sumOf,
} from './arithmetic.ts'
import styles from './Scaling.module.css'
import { outcomeWords, words } from './words.ts'

export const DecisionRow = memo(function DecisionRow({ decision }: { readonly decision: Decision }) {
  const say = useText()
  const { tick, outcome, current, desired, min, max, metrics, error = '' } = decision
  const limits = limitsOf(decision)
  return (
    <li className={styles.row} data-changed={isChange(decision) || undefined}>
      <p className={styles.head}>
        <time>{clockText(tick)}</time>
        {current !== undefined && (
          <b>
            {isChange(decision)
              ? say(words.step, { from: current, to: desired ?? current })
              : say(words.pods, { n: current })}
          </b>
        )}
      </p>
      <p className={styles.outcome}>
        {say(outcomeWords[outcome], { desired: desired ?? 0, min, max, error })}
      </p>
      {metrics.map((finding) => (
        <Metric key={`${finding.type} ${finding.metric}`} finding={finding} />
      ))}
      {limits.length > 0 && <Sentences sentences={limits} />}
    </li>
  )
})

function Metric({ finding }: { readonly finding: Finding }) {
  const sum = sumOf(finding)
  return (
    <div className={styles.metric}>
      <p>{finding.metric}</p>
      {sum !== undefined && <code>{sum}</code>}
      <Sentences sentences={notesOn(finding)} />
    </div>
  )
}

function Sentences({ sentences }: { readonly sentences: readonly Sentence[] }) {
  const say = useText()
  return (
    <>
      {sentences.map(([text, slots]) => (
        <p key={text.en} className={styles.limit}>
          {say(text, slots)}
        </p>
      ))}
    </>
  )
}
