import { useEffect, useState } from 'react'
import { useText } from '../../../state/index.ts'
import { Button } from '../../controls/Button.tsx'
import { Lines } from '../Lines.tsx'
import { words } from '../words.ts'
import styles from './GoalPart.module.css'

const confirmedFor = 2000

/** The lines of a solution, to read and to copy; running them is the learner's. */
export function Solution({ lines }: { readonly lines: readonly string[] }) {
  const say = useText()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), confirmedFor)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = () => navigator.clipboard.writeText(lines.join('\n')).then(() => setCopied(true))
  return (
    <div className={styles.solution}>
      <Lines lines={lines} label={say(words.solutionTitle)} />
      <div className={styles.copy}>
        <Button look="bare" onPress={copy}>
          <span aria-live="polite">{say(isCopied ? words.copied : words.copy)}</span>
        </Button>
      </div>
    </div>
  )
}
