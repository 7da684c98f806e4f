/**
 * Sorting 47 events by their second of creation, as kubectl did. In the recording one row is left out and the order of
 * a few events of one object within a second is not known: both are chosen here so that the rest fits.
 */
import { expect, it } from 'vitest'
import { goSort } from '../../../src/sim/commands/print/goSort.ts'
import recording from './eventOrder.json' with { type: 'json' }

it(`puts equal events into the order of ${recording.command}`, () => {
  const events = [...recording.listed]
  goSort(events, (left, right) => left.second < right.second)
  const printed = events.map(({ event }) => event).filter((event) => event !== 'not shown')
  expect(printed).toEqual(recording.printed)
})

it('which is not the order of a stable sort', () => {
  const events = recording.listed.toSorted((left, right) => left.second - right.second)
  expect(events.map(({ event }) => event).slice(1)).not.toEqual(recording.printed)
})
