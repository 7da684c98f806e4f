/** What a key means at the prompt. Undefined: it is for the text field, the browser or an input method. */
import type { KeyboardEvent } from 'react'

export type TerminalKey =
  | 'enter'
  | 'complete'
  | 'next'
  | 'previous'
  | 'choose'
  | 'close'
  | 'earlier'
  | 'later'
  | 'stop'
  | 'clear'
  | 'discard'

interface Situation {
  readonly hasText: boolean
  readonly isBusy: boolean
  readonly isListOpen: boolean
}

type Pressed = Pick<
  KeyboardEvent<HTMLInputElement>,
  'key' | 'keyCode' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'nativeEvent' | 'currentTarget'
>

export function terminalKey(event: Pressed, situation: Situation): TerminalKey | undefined {
  if (isComposing(event) || event.altKey || event.metaKey) return undefined
  if (event.ctrlKey) return withControl(event)
  if (event.key === 'Tab') return forTab(event.shiftKey, situation)
  return situation.isListOpen ? inList(event.key) : atPrompt(event.key)
}

/** While an input method composes a syllable, Enter and the arrows belong to it. */
function isComposing({ keyCode, nativeEvent }: Pressed): boolean {
  return nativeEvent.isComposing || keyCode === 229
}

/** Tab completes only where there is something to complete: an empty prompt never holds the keyboard. */
function forTab(isBack: boolean, { hasText, isBusy, isListOpen }: Situation): TerminalKey | undefined {
  if (isListOpen) return isBack ? 'previous' : 'next'
  return hasText && !isBack && !isBusy ? 'complete' : undefined
}

/** By the physical key: with a Korean input method Ctrl-C arrives as Ctrl-ㅊ. */
function withControl({ nativeEvent: { code }, currentTarget }: Pressed): TerminalKey | undefined {
  const { selectionStart, selectionEnd } = currentTarget
  if (code === 'KeyC') return selectionStart === selectionEnd && isNothingSelected() ? 'stop' : undefined
  if (code === 'KeyL') return 'clear'
  if (code === 'KeyU') return 'discard'
  return undefined
}

const isNothingSelected = (): boolean => getSelection()?.isCollapsed !== false

function inList(key: string): TerminalKey | undefined {
  if (key === 'ArrowDown') return 'next'
  if (key === 'ArrowUp') return 'previous'
  if (key === 'Enter') return 'choose'
  return key === 'Escape' ? 'close' : undefined
}

function atPrompt(key: string): TerminalKey | undefined {
  if (key === 'ArrowUp') return 'earlier'
  if (key === 'ArrowDown') return 'later'
  return key === 'Enter' ? 'enter' : undefined
}
