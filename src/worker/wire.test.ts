import { expect, it } from 'vitest'
import type { Frame } from '../lab/frame/format.ts'
import { headWords, packed, unpacked } from './wire.ts'

const none = { changed: [], gone: [] }
const quiet: Frame = {
  whole: false,
  tick: 71,
  revision: 12,
  pods: new Int32Array(),
  podNames: [],
  births: new Int32Array(),
  requests: new Int32Array(),
  nodes: none,
  deployments: none,
  replicaSets: none,
  services: none,
  sums: new Int32Array(),
  loopRows: new Int32Array(),
  gapCount: 3,
  apiServer: true,
  writes: new Int32Array(),
  writeCount: 5,
  samples: new Int32Array(),
}

it('brings a frame as it was told', () => {
  const frame: Frame = {
    ...quiet,
    whole: true,
    apiServer: false,
    pods: Int32Array.of(1, 3, 0, 0),
    podNames: [[1, 'default', 'web-1']],
    births: Int32Array.of(1, 10),
    requests: Int32Array.of(9, 250),
    sums: Int32Array.of(4, 5, 6),
    loopRows: Int32Array.of(0, 7, 8),
    writes: Int32Array.of(1, 2, 3, 4, 5, 6, 7),
    samples: Int32Array.of(71, 5, 4),
    deployments: { changed: [], gone: [4] },
    actors: ['you'],
  }
  const wire = packed(frame)
  expect(unpacked(structuredClone(wire, { transfer: [wire.words.buffer] }))).toEqual(frame)
})

it('is its head alone, and no object, when only time has passed', () => {
  const wire = packed(quiet)
  expect(wire).toEqual({ words: expect.any(Int32Array) })
  expect(wire.words).toHaveLength(headWords)
  expect(unpacked(wire)).toEqual(quiet)
})
