// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import { type Action, actions } from '../palette/index.ts'
import { actionFor, isTaken, isTyping, type Pressed } from './shortcut.ts'

const press = (key: string, code: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  ...more,
})

describe('the action of a key', () => {
  it.each<readonly [Pressed, string | undefined]>([
    [press(' ', 'Space'), 'play'],
    [press(' ', 'Space', { repeat: true }), undefined],
    [press(',', 'Comma'), 'tick-back'],
    [press(';', 'Semicolon'), 'tick-forward'],
    [press(';', 'Semicolon', { repeat: true }), 'tick-forward'],
    [press('[', 'BracketLeft'), 'event-back'],
    [press(']', 'BracketRight'), 'event-forward'],
    [press('u', 'KeyU'), 'undo'],
    [press('ㅕ', 'KeyU'), 'undo'],
    [press('Process', 'KeyU'), 'undo'],
    [press('ㅕ', 'KeyU', { isComposing: true }), undefined],
    [press('ㅏ', 'KeyK'), undefined],
    [press('z', 'KeyZ', { ctrlKey: true }), 'undo'],
    [press('ㅋ', 'KeyZ', { metaKey: true }), 'undo'],
    [press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true }), undefined],
    [press('k', 'KeyK', { metaKey: true }), 'palette'],
    [press('ㅏ', 'KeyK', { ctrlKey: true }), 'palette'],
    [press('?', 'Slash', { shiftKey: true }), 'help'],
    [press('/', 'Slash'), undefined],
    // On a French keyboard the semicolon is where an American one has its comma.
    [press(';', 'Comma'), 'tick-forward'],
    [press('u', 'KeyU', { altKey: true }), undefined],
    [press('PageDown', 'PageDown'), 'guide-next'],
    [press('Escape', 'Escape'), 'close'],
  ])('%o is %s', (pressed, id) => expect(actionFor(pressed, actions)?.id).toBe(id))

  it('belongs to one action alone, before a room and elsewhere', () => {
    const isForRoom = ({ id }: Action) => id.startsWith('present-')
    for (const some of [actions.filter(isForRoom), actions.filter((action) => !isForRoom(action))]) {
      const written = some.flatMap(({ keys = [] }) => keys.map(({ key, command }) => `${command} ${key}`))
      expect(new Set(written).size).toBe(written.length)
    }
  })
})

describe('letter keys', () => {
  it.each<readonly [Pressed, boolean]>([
    [press('u', 'KeyU'), true],
    [press('ㅕ', 'KeyU'), true],
    [press('[', 'BracketLeft'), true],
    [press(' ', 'Space'), false],
    [press('PageDown', 'PageDown'), false],
    [press('k', 'KeyK', { ctrlKey: true }), false],
  ])('%o is one: %s', (pressed, is) => expect(isTyping(pressed)).toBe(is))
})

describe('a key is left alone', () => {
  afterEach(() => {
    document.body.innerHTML = ''
  })
  const at = (html: string): Element => {
    document.body.innerHTML = html
    return document.querySelector('[id="here"]') ?? document.body
  }

  it.each<readonly [string, string, Pressed, boolean]>([
    ['in a text field', '<input id="here">', press('u', 'KeyU'), true],
    ['in a text field: undo', '<textarea id="here"></textarea>', press('z', 'KeyZ', { ctrlKey: true }), true],
    ['not for the palette', '<input id="here">', press('k', 'KeyK', { ctrlKey: true }), false],
    ['in a menu', '<ul role="menu"><li id="here"></li></ul>', press('u', 'KeyU'), true],
    ['while a dialog is open', '<div role="dialog"></div>', press('u', 'KeyU'), true],
    ['where Space presses a button', '<button id="here"></button>', press(' ', 'Space'), true],
    ['but not a letter there', '<button id="here"></button>', press('u', 'KeyU'), false],
    ['nowhere else', '<p id="here"></p>', press(' ', 'Space'), false],
  ])('%s', (_, html, pressed, taken) => expect(isTaken(at(html), pressed)).toBe(taken))
})
