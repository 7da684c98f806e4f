/** The terminal: what was printed above, the prompt below. */
import { type MouseEvent, useRef } from 'react'
import { useText } from '../../state/index.ts'
import { Prompt } from './Prompt.tsx'
import { Scrollback } from './Scrollback.tsx'
import styles from './Terminal.module.css'
import { words } from './words.ts'

export function Terminal() {
  const say = useText()
  const input = useRef<HTMLInputElement>(null)

  /** A click anywhere means the prompt, unless it was the end of selecting text or on something of its own. */
  const focusPrompt = ({ target }: MouseEvent) => {
    if (!(target as Element).closest('button, input') && getSelection()?.isCollapsed !== false)
      input.current?.focus()
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches the prompt by Tab.
    <section className={styles.terminal} aria-label={say(words.terminal)} onClick={focusPrompt}>
      <Scrollback />
      <Prompt ref={input} />
    </section>
  )
}
