import { type GuideState, type Prediction, useText } from '../../../state/index.ts'
import { Markdown } from '../markdown/Markdown.tsx'
import { words } from '../words.ts'
import styles from './Verdict.module.css'

interface Props {
  readonly predict: Prediction
  readonly state: Pick<GuideState, 'chosen' | 'happened' | 'values'>
}

/** A right guess is one card; a wrong one stands beside what happened. */
export function GuessAndFact({ predict, state }: Props) {
  const say = useText()
  const { chosen, happened, values } = state
  const isRight = chosen !== undefined && chosen === happened
  const option = (index: number | undefined) => {
    const text = index === undefined ? undefined : predict.options[index]?.text
    return text === undefined ? '–' : <Markdown text={text} slots={values} inline />
  }
  return (
    <section aria-label={say(isRight ? words.right : words.wrong)}>
      <p className={styles.ask}>
        <Markdown text={predict.ask} slots={values} inline />
      </p>
      <dl className={styles.pair} data-right={isRight || undefined}>
        {!isRight && (
          <div className={styles.guess}>
            <dt>{say(words.guess)}</dt>
            <dd>{chosen === undefined ? say(words.noGuess) : option(chosen)}</dd>
          </div>
        )}
        {!isRight && (
          <span className={styles.sign} aria-hidden="true">
            ≠
          </span>
        )}
        <div className={styles.fact}>
          <dt>
            {isRight && (
              <span className={styles.tick} aria-hidden="true">
                ✓
              </span>
            )}
            {say(isRight ? words.right : words.happened)}
          </dt>
          <dd>{option(happened)}</dd>
        </div>
      </dl>
    </section>
  )
}
