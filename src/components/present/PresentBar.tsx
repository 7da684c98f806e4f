/** What is left of the top bar before a room: where one is, and the way out. */
import type { ReactNode } from 'react'
import { darken, present, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import styles from './Present.module.css'
import { words } from './words.ts'

interface Props {
  readonly title: string
  readonly children?: ReactNode
}

export function PresentBar({ title, children }: Props) {
  const say = useText()
  return (
    <header className={styles.bar}>
      <h1 className={styles.title}>{title}</h1>
      <span className={styles.tools}>
        {children}
        <Button look="bare" onPress={() => darken(true)} aria-keyshortcuts="B">
          {say(words.darken)}
        </Button>
        <Button look="bare" onPress={() => present(false)} aria-keyshortcuts="Escape">
          {say(words.end)}
        </Button>
      </span>
    </header>
  )
}
