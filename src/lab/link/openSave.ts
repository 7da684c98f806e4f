/** Builds the world of a save again, in a sitting of its own: whatever is open stays as it is until this has succeeded. */
import type { Text } from '../../i18n/text.ts'
import { splitWords } from '../../sim/commands/shellWords.ts'
import type { Tick } from '../../sim/core/clock.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import { changesTheWorld } from '../readOnly.ts'
import type { Entry, Origin, Position } from '../recording.ts'
import { Sitting, type SittingOptions } from '../sitting.ts'
import { engineVersion } from './engineVersion.ts'
import type { Save } from './save.ts'
import { SaveError } from './saveError.ts'
import type { Beginning } from './saveOf.ts'
import { notices, refusals } from './words.ts'

export interface SaveOpening {
  /** A sitting at the end of a scenario's setup; undefined where there is no such scenario. */
  setUp?(id: string, seed: number): Sitting | undefined
  readonly sitting?: SittingOptions
  /** Ticks worked through and writes made before it is given up; absent: for ever. */
  readonly mostWork?: number
  /** Called after every step of the way to the saved moment. */
  onStep?(world: Simulation): void
}

export interface OpenedSave {
  readonly sitting: Sitting
  /** How its world began. */
  readonly beginning: Beginning
  /** What differs from when it was saved. */
  readonly notice?: Text
}

interface Start {
  readonly sitting: Sitting
  readonly origin: Origin
  readonly setup: readonly Entry[]
  /** When the setup was over. */
  readonly since: Tick
}

/** Throws a SaveError where the world cannot be built. */
export function openSave(save: Save, opening: SaveOpening = {}): OpenedSave {
  const start = startOf(save, opening)
  const recording = recordingOf(save, start)
  const { sitting, origin } = start
  const work = () => {
    const { world } = sitting
    opening.onStep?.(world)
    if (workOf(world) > (opening.mostWork ?? Number.POSITIVE_INFINITY))
      throw new SaveError(refusals.tooMuchWork)
  }
  attempt(refusals.broken, () => sitting.adopt(origin, recording.log, recording.moment, work))
  return openedOf(save, start, recording)
}

/** On its way to the saved moment, for one who watches. */
export interface Resumed extends OpenedSave {
  /** Throws a SaveError where the world cannot be built. */
  readonly steps: Iterator<undefined>
}

/** Undefined: this save is no world that is lived through from its beginning to its moment, and is to be opened at once. */
export function resumeSave(save: Save, opening: SaveOpening = {}): Resumed | undefined {
  if (save.scenario !== undefined) return undefined
  const start = startOf(save, opening)
  const { log, moment } = recordingOf(save, start)
  const entered = log.filter((entry) => entry.tick <= moment.tick).length
  if (moment.tick === 0 || moment.applied !== entered) return undefined
  const { sitting, origin } = start
  attempt(refusals.broken, () => sitting.adopt(origin, log, { tick: 0, applied: 0 }))
  const notice = together(otherEngine(save))
  return {
    sitting,
    beginning: { origin, log: [] },
    ...(notice === undefined ? {} : { notice }),
    steps: stepsTo(sitting, moment.tick),
  }
}

function* stepsTo(sitting: Sitting, tick: Tick): Generator<undefined> {
  while (sitting.world.tick < tick) {
    attempt(refusals.broken, () => sitting.advance(tick))
    yield
  }
}

function otherEngine({ engine }: Save): readonly Text[] {
  return engine === engineVersion ? [] : [notices.otherEngine(engine, engineVersion)]
}

interface Recorded {
  readonly usable: readonly Entry[]
  readonly log: readonly Entry[]
  readonly moment: Position
}

function recordingOf(save: Save, { setup, since }: Start): Recorded {
  const usable = save.log.filter(isUsable)
  const log = [...setup, ...usable.map((entry) => noEarlier(entry, since))]
  return { usable, log, moment: momentIn(save, log, setup.length) }
}

function openedOf(save: Save, start: Start, { usable, log, moment }: Recorded): OpenedSave {
  const { sitting, origin, setup, since } = start
  const idle = [
    ...save.log.filter((entry) => !isUsable(entry)),
    ...withoutMark(sitting.world, log.slice(setup.length, moment.applied)),
  ]
  const notice = together([
    ...otherEngine(save),
    ...(usable.some((entry) => entry.tick < since) ? [notices.otherSetup] : []),
    ...(idle[0] === undefined ? [] : [notices.leftOut(idle.length, idle[0].line)]),
  ])
  return { sitting, beginning: { origin, log: setup }, ...(notice === undefined ? {} : { notice }) }
}

function startOf({ scenario, cluster = '', seed, profile, files = [] }: Save, opening: SaveOpening): Start {
  if (scenario !== undefined) {
    const sitting = attempt(refusals.broken, () => opening.setUp?.(scenario, seed))
    if (sitting === undefined) throw new SaveError(refusals.unknownScenario(scenario))
    return { sitting, origin: sitting.origin, setup: [...sitting.log], since: sitting.world.tick }
  }
  const texts = new Map(files)
  const sitting = new Sitting({ ...opening.sitting, readFile: (path) => texts.get(path) })
  attempt(refusals.badCluster, () => sitting.newCluster(cluster))
  const origin = { line: cluster, seed, profile: profile ?? sitting.origin.profile }
  return { sitting, origin, setup: [], since: 0 }
}

/** Lines that only look, act on worlds or are no lines at all never were in a recording. */
function isUsable({ line }: Entry): boolean {
  try {
    const words = splitWords(line)
    return words.length > 0 && changesTheWorld(words)
  } catch {
    return false
  }
}

function noEarlier(entry: Entry, since: Tick): Entry {
  return entry.tick >= since ? entry : { ...entry, tick: since }
}

/** Never a place that the recording does not have: lines before the tick are applied, those after it are not. */
function momentIn({ at, applied }: Save, log: readonly Entry[], setupEntries: number): Position {
  const before = log.filter((entry) => entry.tick < at).length
  const entered = log.filter((entry) => entry.tick <= at).length
  const wished = applied === undefined ? entered : setupEntries + applied
  return { tick: at, applied: Math.min(Math.max(wished, before), entered) }
}

function workOf({ counters, engine }: Simulation): number {
  return counters.ticks + engine.state.ledger.head
}

/** Applied entries of which the ledger has no row: they failed before they wrote anything. */
function withoutMark({ engine }: Simulation, entries: readonly Entry[]): readonly Entry[] {
  const { ledger } = engine.state
  const rows = new Map<string, number>()
  for (let row = 1; row <= ledger.head; row++) {
    const line = ledger.lineOf(row)
    if (line === undefined) continue
    const key = `${ledger.tickOf(row)} ${line}`
    rows.set(key, (rows.get(key) ?? 0) + 1)
  }
  return entries.filter(({ tick, line }) => {
    const key = `${tick} ${line}`
    const left = rows.get(key) ?? 0
    rows.set(key, left - 1)
    return left <= 0
  })
}

function attempt<T>(refusal: (why: string) => Text, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof SaveError ? error : new SaveError(refusal((error as Error).message))
  }
}

function together(texts: readonly Text[]): Text | undefined {
  if (texts.length === 0) return undefined
  return { en: texts.map(({ en }) => en).join(' '), ko: texts.map(({ ko }) => ko).join(' ') }
}
