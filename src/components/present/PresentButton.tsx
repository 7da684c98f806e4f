import { present, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import styles from './Present.module.css'
import { words } from './words.ts'

/** For a window that a projector can show: on a phone there is none. */
export function PresentButton() {
  const say = useText()
  return (
    <span className={styles.button}>
      <Button look="bare" onPress={() => present(true)}>
        {say(words.present)}
      </Button>
    </span>
  )
}
