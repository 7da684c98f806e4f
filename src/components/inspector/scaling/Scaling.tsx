/** What an autoscaler decided, look by look, with its arithmetic: also why it did nothing. */
import { useState } from 'react'
import { type Inspection, useText } from '../../../state/index.ts'
import { Toggle } from '../../controls/Toggle.tsx'
import { isChange } from './arithmetic.ts'
import { DecisionRow } from './DecisionRow.tsx'
import styles from './Scaling.module.css'
import { words } from './words.ts'

export function Scaling({ decisions }: { readonly decisions: NonNullable<Inspection['scaling']> }) {
  const say = useText()
  const [onlyChanges, setOnlyChanges] = useState(false)
  const shown = decisions.filter((decision) => !onlyChanges || isChange(decision)).toReversed()
  return (
    <>
      <Toggle isSelected={onlyChanges} onChange={setOnlyChanges}>
        {say(words.onlyChanges)}
      </Toggle>
      {shown.length === 0 && (
        <p className={styles.nothing}>{say(decisions.length === 0 ? words.none : words.noChange)}</p>
      )}
      <ol className={styles.rows} aria-label={say(words.decisions)}>
        {shown.map((decision) => (
          <DecisionRow key={decision.tick} decision={decision} />
        ))}
      </ol>
    </>
  )
}
