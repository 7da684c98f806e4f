/** The candidates for the last word, over the prompt. The keyboard stays in the prompt; the list shows where it is. */
import { useEffect, useRef } from 'react'
import { useText } from '../../state/index.ts'
import styles from './Terminal.module.css'
import type { OpenList } from './useCompletion.ts'
import { words } from './words.ts'

interface Props {
  readonly id: string
  readonly list: OpenList
  readonly onChoose: (index: number) => void
}

export function CompletionList({ id, list: { candidates, at }, onChoose }: Props) {
  const say = useText()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])
  return (
    <div ref={box} id={id} role="listbox" aria-label={say(words.completions)} className={styles.completions}>
      {candidates.map((candidate, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard chooses from the prompt.
        <div
          key={candidate}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          className={styles.candidate}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(index)}
        >
          {candidate}
        </div>
      ))}
    </div>
  )
}
