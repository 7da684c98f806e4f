/** The line being typed: history, completion and the keys of a shell. */
import { type ClipboardEvent, type KeyboardEvent, type RefObject, useId } from 'react'
import { useStore } from 'zustand'
import { useSession, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import { CompletionList } from './CompletionList.tsx'
import { enter, history, paste, shell, stop, write } from './shell.ts'
import styles from './Terminal.module.css'
import { terminalKey } from './terminalKey.ts'
import { useCompletion } from './useCompletion.ts'
import { words } from './words.ts'

export function Prompt({ ref }: { readonly ref: RefObject<HTMLInputElement | null> }) {
  const say = useText()
  const { draft, busy, reading } = useStore(shell)
  const isBlocked = useSession(({ clock }) => clock.blocked)
  const completion = useCompletion()
  const listId = useId()
  const { list } = completion

  const walk = (line: string | undefined) => {
    completion.close()
    if (line !== undefined) write(line)
  }

  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const key = terminalKey(event, { hasText: draft !== '', isBusy: busy, isListOpen: list !== undefined })
    if (key === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (key === 'complete') completion.complete()
    else if (key === 'next' || key === 'previous') completion.move(key === 'next' ? 1 : -1)
    else if (key === 'choose') completion.choose()
    else if (key === 'close') completion.close()
    else if (key === 'earlier') walk(history.earlier(draft))
    else if (key === 'later') walk(history.later())
    else if (key === 'discard') walk('')
    else if (key === 'stop') {
      completion.close()
      stop()
    } else if (key === 'clear') completion.clearScreen()
    else {
      completion.close()
      enter()
    }
  }

  const pasted = (event: ClipboardEvent<HTMLInputElement>) => {
    const text = event.clipboardData.getData('text')
    if (!/[\r\n]/.test(text)) return
    event.preventDefault()
    completion.close()
    const { selectionStart, selectionEnd } = event.currentTarget
    paste(draft.slice(0, selectionStart ?? draft.length) + text + draft.slice(selectionEnd ?? draft.length))
  }

  return (
    <div className={styles.prompt}>
      {list !== undefined && <CompletionList id={listId} list={list} onChoose={completion.choose} />}
      <span className={styles.sign} aria-hidden="true">
        {reading === undefined || (reading.of === 'command' && reading.begun === '') ? '$' : '>'}
      </span>
      <input
        ref={ref}
        className={styles.input}
        role="combobox"
        aria-label={
          reading.of === 'document'
            ? say(words.documentPrompt, { marker: reading.marker })
            : say(words.prompt)
        }
        aria-autocomplete="list"
        aria-expanded={list !== undefined}
        aria-controls={listId}
        aria-activedescendant={list === undefined ? undefined : `${listId}-${list.at}`}
        placeholder={reading.of === 'command' ? say(words.placeholder) : ''}
        value={draft}
        onChange={({ target }) => {
          completion.close()
          write(target.value)
        }}
        onKeyDown={keyDown}
        onPaste={pasted}
        onBlur={completion.close}
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="send"
      />
      <span className={styles.touchKeys}>
        <Button look="bare" aria-label={say(words.complete)} onPress={completion.complete}>
          ⇥
        </Button>
        <Button look="bare" aria-label={say(words.earlier)} onPress={() => walk(history.earlier(draft))}>
          ↑
        </Button>
      </span>
      {busy && (
        <>
          <span className={styles.busy} role="status">
            {say(isBlocked ? words.running : words.reading)}
          </span>
          <Button onPress={stop}>{say(words.stop)}</Button>
        </>
      )}
      <span className="visually-hidden" role="status">
        {list === undefined
          ? completion.isFruitless && say(words.noCompletion)
          : say(words.completionCount, { count: list.candidates.length })}
      </span>
    </div>
  )
}
