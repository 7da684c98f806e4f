/** A text field with line numbers: all that a manifest needs, and an input method works in it as anywhere. */
import { type KeyboardEvent, type Ref, useImperativeHandle, useMemo, useRef } from 'react'
import { useText } from '../../state/index.ts'
import { indentAfter, lineRange } from './editing.ts'
import styles from './Manifest.module.css'
import { words } from './words.ts'

export interface EditorHandle {
  goToLine(number: number): void
}

interface Props {
  readonly ref: Ref<EditorHandle>
  readonly text: string
  readonly marked?: number | undefined
  readonly onChange: (text: string) => void
  readonly onApply: () => void
}

export function Editor({ ref, text, marked, onChange, onApply }: Props) {
  const say = useText()
  const area = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLPreElement>(null)
  const count = useMemo(() => text.split('\n').length, [text])

  useImperativeHandle(ref, () => ({
    goToLine(number) {
      area.current?.focus()
      area.current?.setSelectionRange(...lineRange(text, number))
    },
  }))

  const keyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter') return
    event.preventDefault()
    if (event.ctrlKey || event.metaKey) onApply()
    else insertLine(event.currentTarget)
  }

  return (
    <div className={styles.editor}>
      <pre ref={gutter} className={styles.gutter} aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line number is its own key.
          <span key={index} className={index + 1 === marked ? styles.marked : undefined}>
            {index + 1}
            {'\n'}
          </span>
        ))}
      </pre>
      <textarea
        ref={area}
        className={styles.text}
        aria-label={say(words.editor)}
        placeholder={say(words.placeholder)}
        value={text}
        onChange={({ target }) => onChange(target.value)}
        onKeyDown={keyDown}
        onScroll={({ currentTarget }) => {
          if (gutter.current !== null) gutter.current.scrollTop = currentTarget.scrollTop
        }}
        wrap="off"
        spellCheck={false}
        autoCapitalize="none"
        autoCorrect="off"
        lang="en"
      />
    </div>
  )
}

/** Through the browser's own editing, so that Ctrl-Z takes it back. */
function insertLine(area: HTMLTextAreaElement): void {
  const before = area.value.slice(0, area.selectionStart)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const inserted = `\n${indentAfter(line)}`
  if (!document.execCommand?.('insertText', false, inserted)) {
    area.setRangeText(inserted, area.selectionStart, area.selectionEnd, 'end')
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
