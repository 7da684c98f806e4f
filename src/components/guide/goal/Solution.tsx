import { useText } from '../../../state/index.ts'
import { Button } from '../../controls/Button.tsx'
import { copyText } from '../../controls/copyText.ts'
import { Lines } from '../Lines.tsx'
import { words } from '../words.ts'
import styles from './GoalPart.module.css'

/** The lines of a solution, to read and to copy; running them is the learner's. */
export function Solution({ lines }: { readonly lines: readonly string[] }) {
  const say = useText()
  return (
    <div className={styles.solution}>
      <Lines lines={lines} label={say(words.solutionTitle)} />
      <div className={styles.copy}>
        <Button look="bare" onPress={() => copyText(lines.join('\n'))}>
          {say(words.copy)}
        </Button>
      </div>
    </div>
  )
}
