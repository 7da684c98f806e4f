/** The palette's list for what was typed, in sections. */
import type { Text } from '../../i18n/index.ts'
import { type Found, run, select, world } from '../../state/index.ts'
import { type Action, type Group, groups, type Key } from './action.ts'
import { actions } from './actions.ts'
import { isRevealed } from './availability.ts'
import { findNamed, isCommandLine, objectsOf } from './search.ts'
import { groupNames, words } from './words.ts'

export interface Entry {
  readonly id: string
  readonly name: string
  readonly isCode: boolean
  readonly keys: readonly Key[]
  readonly refusal?: string
  readonly run: () => void
}

export interface Section {
  readonly id: string
  readonly title: string
  readonly entries: readonly Entry[]
}

export const mostObjects = 30

/** `found`: what the engine has found by the same text, of a world whose names are not all known here. */
export function entriesFor(
  query: string,
  say: (text: Text) => string,
  found: readonly Found[] = [],
): readonly Section[] {
  if (isCommandLine(query)) return [lineSection(query.trim(), say(words.line))]
  const acts = findNamed(
    actions
      .filter((action) => action.id !== 'palette' && isRevealed(action))
      .map((action) => ({ action, name: say(action.label) })),
    query,
    actions.length,
  ).map(({ action }) => action)
  return [
    ...(query.trim() === '' ? [] : [objectSection(query, say(words.objects), found)]),
    ...groups.map((group) => actionSection(group, acts, say)),
  ].filter(({ entries }) => entries.length > 0)
}

function lineSection(line: string, title: string): Section {
  return {
    id: 'line',
    title,
    entries: [{ id: 'line', name: line, isCode: true, keys: [], run: () => void run(line) }],
  }
}

function objectSection(query: string, title: string, found: readonly Found[]): Section {
  const known = findNamed(objectsOf(world.getState()), query, mostObjects)
  const slots = new Set(known.map(({ slot }) => slot))
  const others = found
    .filter(({ slot }) => !slots.has(slot))
    .map(({ kind, name, slot }) => ({ slot, name: `${kind}/${name}` }))
  const entries = [...known, ...others].slice(0, mostObjects).map(
    ({ name, slot }): Entry => ({
      id: `slot-${slot}`,
      name,
      isCode: true,
      keys: [],
      run: () => select(slot),
    }),
  )
  return { id: 'objects', title, entries }
}

function actionSection(group: Group, found: readonly Action[], say: (text: Text) => string): Section {
  const entries = found
    .filter((action) => action.group === group)
    .map(({ id, label, keys = [], refusal, run: act }): Entry => {
      const why = refusal?.()
      return {
        id,
        name: say(label),
        isCode: false,
        keys,
        run: act,
        ...(why === undefined ? {} : { refusal: say(why) }),
      }
    })
  return { id: group, title: say(groupNames[group]), entries }
}
