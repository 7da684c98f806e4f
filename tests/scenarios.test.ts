/** Every scenario is played by its own lines, with different luck: what it says has to come true each time. */
import { describe, expect, it } from 'vitest'
import { rehearse } from '../src/lab/player/rehearsal.ts'
import { scenarios } from '../src/lab/scenario/library.ts'

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', (_id, scenario) => {
  it.each([1, 7, 4242])('keeps its word with seed %i', (seed) => {
    expect(rehearse(scenario, seed)).toEqual([])
  })
})
