/** A world is the same to the last bit in Node, Chromium and Firefox: run, linked, reloaded, and run on from its past. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { decodeLink } from '../../src/lab/link/index.ts'
import { runScriptLines } from '../../src/lab/runScript.ts'
import { scenarioNamed } from '../../src/lab/scenario/library.ts'
import type { Scenario } from '../../src/lab/scenario/scenario.ts'
import { Script } from '../../src/lab/script.ts'
import { Sitting } from '../../src/lab/sitting.ts'
import { templateLines } from '../../src/worker/sandbox.ts'
import { stageSave } from '../../src/worker/stage.ts'
import { type Close, openInChromium, openInFirefox } from './determinism/browsers.ts'
import { type Journeys, serveJourneys } from './determinism/host.ts'
import type { Sightings } from './determinism/journey.ts'
import { firefoxPath } from './firefox.ts'

const lines = [
  'kubectl set image deployment/web nginx=nginx:1.28',
  'sim wait 3s',
  'kubectl scale deployment/web --replicas=7',
  'kubectl rollout status deployment/web',
  'sim node fail node-2',
  'sim pod crash -l app=web',
  'sim wait 6m',
  'kubectl delete pods -l app=web --wait=false',
  'sim wait 20s',
]
const minutes = 60_000

let journeys: Journeys

beforeAll(async () => {
  journeys = await serveJourneys({ lines, scenario: scenarioNamed('desired-vs-actual') as Scenario })
})

afterAll(() => journeys?.stop())

it('gives the hashes of Node in Chromium', () => compareIn(openInChromium), 4 * minutes)

it.skipIf(firefoxPath === undefined)(
  'gives the hashes of Node in Firefox (skipped where there is none: install it, or set FIREFOX_PATH)',
  () => compareIn(openInFirefox),
  4 * minutes,
)

async function compareIn(openIn: (url: string) => Promise<Close>): Promise<void> {
  const telling = journeys.told()
  const close = await openIn(journeys.url)
  try {
    const { sandbox, scenario } = await telling
    const here = sandboxHere()
    expect(sandbox).toMatchObject({ tick: here.world.tick, original: here.hash })
    await expectSame(sandbox)
    await expectSame(scenario)
  } finally {
    await close()
  }
}

function sandboxHere(): Sitting {
  const sitting = new Sitting()
  const script = new Script([...templateLines.small, ...lines].join('\n'))
  const exit = runScriptLines(sitting, script, { keepGoing: false, write: () => {} })
  expect(exit).toBe(0)
  return sitting
}

/** Every way led to the world that its link makes in Node; its past and what comes after it are Node's, too. */
async function expectSame(sightings: Sightings): Promise<void> {
  const { code, tick, original, linked, reloaded, half, runOn, runOnTick } = sightings
  const { sitting } = stageSave(await decodeLink(code), true, {
    ran: () => {},
    opening: () => {},
    isLong: () => false,
  })
  expect(sitting.world.tick).toBe(tick)
  const { hash } = sitting
  expect({ original, linked, reloaded }).toEqual({ original: hash, linked: hash, reloaded: hash })
  sitting.advanceTo(runOnTick)
  expect(runOn).toBe(sitting.hash)
  sitting.seek(sitting.positionAt(Math.floor(tick / 2)))
  expect(half).toBe(sitting.hash)
}
