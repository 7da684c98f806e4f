/** What the stage shows, and how: its lens, where there is a choice, and the picture or its tables. */
import { useText } from '../../state/index.ts'
import { LensSwitch } from './LensSwitch.tsx'
import styles from './Stage.module.css'
import { words } from './words.ts'

interface Props {
  readonly isTable: boolean
  readonly onTable: (isTable: boolean) => void
}

export function StageBar({ isTable, onTable }: Props) {
  const say = useText()
  return (
    <div className={styles.bar}>
      <LensSwitch />
      <button
        type="button"
        className={styles.toggle}
        aria-pressed={isTable}
        onClick={() => onTable(!isTable)}
      >
        {say(words.asTable)}
      </button>
    </div>
  )
}
