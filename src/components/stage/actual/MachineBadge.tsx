/** What a machine really is, when it isn't simply on: in words, or as a sign where words have no room. */
import { type NodeCard, useText } from '../../../state/index.ts'
import styles from './MachineBadge.module.css'
import { words } from './words.ts'

type Trouble = Exclude<NodeCard['machine'], 'on'>

/** In a square of 16: a power switch, a stopped hand, a broken link, nothing. */
const signs: { readonly [T in Trouble]: string } = {
  off: 'M8 2v5M5 4a5 5 0 1 0 6 0',
  'kubelet-stopped': 'M5.5 4v8M10.5 4v8',
  'cut-off': 'M2 8h4M10 8h4M6.5 11l3-6',
  none: 'M3.5 3.5l9 9M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11',
}

export function MachineBadge({ machine, isSmall }: { readonly machine: Trouble; readonly isSmall: boolean }) {
  const say = useText()
  const word = say(words[machine])
  if (!isSmall) return <span className={styles.badge}>{word}</span>
  return (
    <span className={styles.badge} title={word}>
      <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true">
        <path
          d={signs[machine]}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span className="visually-hidden">{word}</span>
    </span>
  )
}
