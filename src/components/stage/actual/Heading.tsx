import { compactNumber } from '../../../i18n/index.ts'
import { useAttention, useLanguage, useRevealed, useText, useWorld } from '../../../state/index.ts'
import { kubeletQueue } from '../control/loops.ts'
import stage from '../Stage.module.css'
import styles from './Heading.module.css'
import { words } from './words.ts'

/** Whose part of the stage it is, and how much its kubelets have not come to yet. */
export function Heading() {
  const say = useText()
  return (
    <div className={stage.heading}>
      <h2 className={stage.headingText}>{say(words.actual)}</h2>
      {useRevealed('controllers') && <Kubelets />}
    </div>
  )
}

function Kubelets() {
  const say = useText()
  const language = useLanguage()
  useAttention('loops')
  const n = useWorld(kubeletQueue)
  if (n === 0) return null
  return (
    <span className={styles.kubelets} title={say(words.kubeletsLong, { n })}>
      <span aria-hidden="true">{say(words.kubelets, { n: compactNumber(n, language) })}</span>
      <span className="visually-hidden">{say(words.kubeletsLong, { n })}</span>
    </span>
  )
}
