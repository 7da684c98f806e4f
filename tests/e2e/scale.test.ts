/** A cluster of two hundred nodes and five thousand pods is the same at every hundredth tick in Node, Chromium and Firefox. */
import { expect, it } from 'vitest'
import { runToCheckpoints } from '../../src/cli/lab/bench/checkpoints.ts'
import { openInChromium, openInFirefox } from './determinism/browsers.ts'
import { firefoxPath } from './firefox.ts'
import { checkpointsIn } from './scale/host.ts'

const plan = { nodes: 200, pods: 5000, podsPerSecond: 250, every: 100 }
const minutes = 60_000

const here = runToCheckpoints(plan).checkpoints

it('has hashes all over the way up', () => {
  expect(here.length).toBeGreaterThan(3)
  expect(new Set(here.map(({ hash }) => hash)).size).toBe(here.length)
})

it(
  'gives the hashes of Node in a worker of Chromium',
  async () => expect((await checkpointsIn(openInChromium, plan)).checkpoints).toEqual(here),
  2 * minutes,
)

it.skipIf(firefoxPath === undefined)(
  'gives the hashes of Node in a worker of Firefox (skipped where there is none: install it, or set FIREFOX_PATH)',
  async () => expect((await checkpointsIn(openInFirefox, plan)).checkpoints).toEqual(here),
  2 * minutes,
)
