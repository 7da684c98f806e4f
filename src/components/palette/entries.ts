/** The palette's list for what was typed, in sections. */
import type { Text } from '../../i18n/index.ts'
import { run, select, world } from '../../state/index.ts'
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

const mostObjects = 30

export function entriesFor(query: string, say: (text: Text) => string): readonly Section[] {
  if (isCommandLine(query)) return [lineSection(query.trim(), say(words.line))]
  const found = findNamed(
    actions
      .filter((action) => action.id !== 'palette' && isRevealed(action))
      .map((action) => ({ action, name: say(action.label) })),
    query,
    actions.length,
  ).map(({ action }) => action)
  return [
    ...(query.trim() === '' ? [] : [objectSection(query, say(words.objects))]),
    ...groups.map((group) => actionSection(group, found, say)),
  ].filter(({ entries }) => entries.length > 0)
}

function lineSection(line: string, title: string): Section {
  return {
    id: 'line',
    title,
    entries: [{ id: 'line', name: line, isCode: true, keys: [], run: () => void run(line) }],
  }
}

function objectSection(query: string, title: string): Section {
  const entries = findNamed(objectsOf(world.getState()), query, mostObjects).map(
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
