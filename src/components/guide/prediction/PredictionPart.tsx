import { RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { type GuideState, guide, type Prediction, useText } from '../../../state/index.ts'
import { Button } from '../../controls/Button.tsx'
import { Markdown } from '../markdown/Markdown.tsx'
import { words } from '../words.ts'
import styles from './PredictionPart.module.css'

interface Props {
  readonly predict: Prediction
  readonly state: GuideState
}

/** The question before the run: an answer is chosen and locked, and only then is there something to run. */
export function PredictionPart({ predict, state }: Props) {
  const say = useText()
  const isAsking = state.phase === 'asking'
  const { chosen } = state
  return (
    <div className={styles.prediction}>
      <RadioGroup
        className={styles.group ?? ''}
        aria-label={say(predict.ask)}
        value={chosen === undefined ? null : String(chosen)}
        isDisabled={!isAsking}
        onChange={(option) => guide({ do: 'choose', option: Number(option) })}
      >
        <p className={styles.ask}>
          <Markdown text={predict.ask} slots={state.values} inline />
        </p>
        {predict.options.map((option, index) => (
          <RadioField key={option.when} value={String(index)} className={styles.field ?? ''}>
            <RadioButton className={styles.option ?? ''}>
              <span className={styles.radio} aria-hidden="true" />
              <span>
                <Markdown text={option.text} slots={state.values} inline />
              </span>
              {!isAsking && index === chosen && (
                <span className={styles.locked}>
                  <LockGlyph />
                  <span className="visually-hidden">{say(words.locked)}</span>
                </span>
              )}
            </RadioButton>
          </RadioField>
        ))}
      </RadioGroup>
      {isAsking && <Lock isChosen={chosen !== undefined} />}
    </div>
  )
}

/** Disabled until an answer is chosen, and then it says so. */
function Lock({ isChosen }: { readonly isChosen: boolean }) {
  const say = useText()
  return (
    <div className={styles.lock}>
      <Button look="primary" isDisabled={!isChosen} onPress={() => guide({ do: 'lock' })}>
        <LockGlyph />
        {say(words.lock)}
      </Button>
      {!isChosen && <p className={styles.why}>{say(words.lockWhy)}</p>}
    </div>
  )
}

function LockGlyph() {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <path d="M4 6V4.2a3 3 0 0 1 6 0V6" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <rect x="2.4" y="6" width="9.2" height="6.6" rx="1.4" fill="currentColor" />
    </svg>
  )
}
