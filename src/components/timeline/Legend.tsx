import { useText } from '../../state/index.ts'
import styles from './Legend.module.css'
import { useSample } from './useSample.ts'
import { words } from './words.ts'

/** What the lines are, with their values where the playhead stands. */
export function Legend() {
  const say = useText()
  const sample = useSample()
  const gap = sample === undefined ? 0 : Math.abs(sample.desired - sample.actual)
  return (
    <dl className={styles.legend}>
      <Entry name={say(words.desired)} value={sample?.desired} line="desired" />
      <Entry name={say(words.actual)} value={sample?.actual} line="actual" />
      <Entry name={say(words.gap)} value={gap} line="gap" />
    </dl>
  )
}

interface EntryProps {
  readonly name: string
  readonly value: number | undefined
  readonly line: 'desired' | 'actual' | 'gap'
}

function Entry({ name, value, line }: EntryProps) {
  const text = value?.toLocaleString('en') ?? '–'
  return (
    <div className={styles.entry} data-line={line} data-nothing={value === 0 || undefined}>
      <dt>
        <i aria-hidden="true" />
        {name}
      </dt>
      <dd style={{ width: `${text.length}ch` }}>
        <span className={styles.number}>{text}</span>
      </dd>
    </div>
  )
}
