/** Which action a pressed key means, and when keys are not for the workbench at all. */
import type { Action, Key } from '../palette/index.ts'

export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat' | 'isComposing'
>

/**
 * The character decides; the physical key only where an input method gives another script's letter. So `u` works with a
 * Korean keyboard, where it types ㅕ, and a comma is a comma on every layout.
 */
export function actionFor(pressed: Pressed, actions: readonly Action[]): Action | undefined {
  if (pressed.isComposing || pressed.altKey) return undefined
  return actions.find(({ keys = [] }) => keys.some((key) => isPressed(key, pressed)))
}

function isPressed({ key, code, command = false, shift, repeats = false }: Key, pressed: Pressed): boolean {
  if (pressed.repeat && !repeats) return false
  if (command !== (pressed.ctrlKey || pressed.metaKey)) return false
  if (command && pressed.shiftKey) return false
  if (isForeign(pressed.key)) return code === pressed.code && (shift ?? false) === pressed.shiftKey
  return pressed.key.toLowerCase() === key.toLowerCase()
}

/** Neither a name such as "PageDown" nor a character of this keyboard: ㅕ, or "Process" while an input method looks on. */
function isForeign(key: string): boolean {
  return key === 'Process' || key === 'Unidentified' || (key.length === 1 && key > '~')
}

/** A key that types something: a reader can switch those off. */
export function isTyping({ key, ctrlKey, metaKey }: Pressed): boolean {
  return !ctrlKey && !metaKey && key !== ' ' && (key.length === 1 || isForeign(key))
}

const typingFields =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"]'
const overlays = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'
const pressable = 'button, a[href], summary, [role="button"], [role="switch"], [role="tab"], [role="option"]'

/** Whether the element that has the focus wants the key for itself. */
export function isTaken(target: Element | null, pressed: Pressed): boolean {
  const isCommand = pressed.ctrlKey || pressed.metaKey
  const isPalette = isCommand && (pressed.code === 'KeyK' || pressed.key.toLowerCase() === 'k')
  if (target?.closest(overlays)) return true
  if (target?.closest(typingFields)) return !isPalette
  if (isNowhere(target) && target?.ownerDocument.querySelector(overlays)) return true
  if (pressed.key === ' ' && target?.closest(pressable)) return true
  return /^Page(Up|Down)$/.test(pressed.key) && scrolls(target)
}

const isNowhere = (target: Element | null): boolean => target === target?.ownerDocument.body

function scrolls(target: Element | null): boolean {
  return target !== null && !isNowhere(target) && target.scrollHeight > target.clientHeight + 1
}
