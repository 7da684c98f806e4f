/**
 * A visit to the built app, told in hashes. It is a page of its own that drives the app in frames, by its console and its
 * buttons, so that any browser can make it: nothing but the page has to be opened.
 */
import { words as guide } from '../../../src/components/guide/words.ts'
import type { Scenario } from '../../../src/lab/scenario/scenario.ts'
import { AppFrame } from './appFrame.ts'

/** What the visit does: lines in the sandbox, then the first step of a scenario. */
export interface Plan {
  readonly lines: readonly string[]
  readonly scenario: Scenario
}

/** One world, come by in every way that there is: the first three hashes must be the same. */
export interface Sightings {
  readonly code: string
  readonly tick: number
  readonly original: string
  readonly linked: string
  readonly reloaded: string
  /** Back in the middle of its time. */
  readonly half: string
  /** Played on from there to some tick beyond the end, over the lines that were typed on the way. */
  readonly runOn: string
  readonly runOnTick: number
}

export interface Told {
  readonly sandbox: Sightings
  readonly scenario: Sightings
}

const answer = await visit(await (await fetch('plan.json')).json()).catch((error: Error) => ({
  error: `${error.message}\n${error.stack}`,
}))
await fetch('told', { method: 'POST', body: JSON.stringify(answer) })

async function visit({ lines, scenario }: Plan): Promise<Told> {
  localStorage.setItem('kubeloop/settings', JSON.stringify({ language: 'en' }))
  const sandbox = await AppFrame.open('#/sandbox')
  sandbox.face.setSpeed(50)
  for (const line of lines) {
    if (!(await sandbox.face.run(line))) throw new Error(`${line} failed`)
  }
  const inSandbox = await inEveryWay(sandbox, 'kubeloop/sandbox')
  sandbox.remove()

  const course = await AppFrame.open(`#/scenario/${scenario.id}`)
  await course.pressOption()
  await course.press(guide.lock.en)
  await course.press(guide.run.en)
  await course.until('an answer', () => course.text.includes(guide.happened.en) && !course.clock.playing)
  const inScenario = await inEveryWay(course, `kubeloop/scenario/${scenario.id}`)
  course.remove()
  return { sandbox: inSandbox, scenario: inScenario }
}

async function inEveryWay(mine: AppFrame, kept: string): Promise<Sightings> {
  const tick = await mine.tickShown()
  const original = await mine.face.hash()
  const { code } = await mine.face.link()
  if (code === undefined) throw new Error('there is no link')

  const theirs = await AppFrame.open(`#k=${code}`)
  const linked = await theirs.face.hash()
  theirs.remove()

  await mine.until('a saved recording', async () => (await savedTick(kept)) === tick)
  await mine.reload()
  const reloaded = await mine.face.hash()

  mine.face.seek(Math.floor(tick / 2))
  const half = await mine.face.hash()
  mine.face.setSpeed(200)
  mine.face.play()
  await mine.until('its way on', () => mine.clock.tick > tick)
  mine.face.pause()
  const runOn = await mine.face.hash()
  return { code, tick, original, linked, reloaded, half, runOn, runOnTick: await mine.tickShown() }
}

/** At which tick the recording ends that this browser has kept under the name. */
function savedTick(name: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('kubeloop')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const reading = opening.result.transaction('saves').objectStore('saves').get(name)
      reading.onsuccess = () => {
        opening.result.close()
        resolve(reading.result?.at)
      }
      reading.onerror = () => reject(reading.error)
    }
  })
}
