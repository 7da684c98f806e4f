/** What is shown: a sitting with its timeline, the scenario played in it, and where its world began. */
import { Timeline } from '../lab/frame/timeline.ts'
import { slotAt } from '../lab/inspect/links.ts'
import {
  type Beginning,
  beginningOf,
  openSave,
  resumeSave,
  type Save,
  type SavedView,
  saveOf,
} from '../lab/link/index.ts'
import { Player } from '../lab/player/player.ts'
import type { Position } from '../lab/recording.ts'
import { scriptSteps } from '../lab/runScript.ts'
import { scenarioNamed } from '../lab/scenario/library.ts'
import type { Scenario } from '../lab/scenario/scenario.ts'
import { Script } from '../lab/script.ts'
import { Sitting, type SittingOptions } from '../lab/sitting.ts'
import type { Opened, OpeningProgress, SandboxTemplate, Seen } from './protocol.ts'
import { RefusedError, refusals } from './refusals.ts'
import { templateLines } from './sandbox.ts'

export interface Stage {
  readonly sitting: Sitting
  readonly timeline: Timeline
  readonly player?: Player
  /** The end of the setup: what reset goes back to. */
  readonly start: Position
  readonly beginning: Beginning
  readonly opened: Opened
  /** It is shown before it is set up, and grows before one's eyes. */
  readonly filling?: Filling
}

/** The rest of a setup. */
export interface Filling {
  /** A step of it; true: that was the last. */
  step(): boolean
  /** The stage as it is when nothing more is set up. */
  settled(): Stage
}

type Seed = { readonly seed?: number }
export interface Listeners {
  /** Told of the lines that the guide runs. */
  readonly ran: ConstructorParameters<typeof Player>[2]
  /** Told of every step on the way to a world that can be shown. */
  readonly opening: (progress: OpeningProgress) => void
  /** Whether an opening has taken so long that the world had better be seen. */
  readonly isLong: () => boolean
}

interface SandboxOpening extends Seed {
  readonly template?: SandboxTemplate
  readonly lines?: readonly string[]
}

/** Ticks and writes that opening a stranger's save may take. A reader's own may take what it took before. */
const mostWork = 2_000_000

export function stageScenario(scenario: Scenario, listeners: Listeners, seed: Seed = {}): Stage {
  const { sitting, timeline, begin } = listening(listeners, seed)
  const player = new Player(sitting, scenario, listeners.ran)
  player.setUp()
  begin()
  return {
    sitting,
    timeline,
    player,
    start: sitting.position,
    beginning: beginningOf(sitting),
    opened: { scenario, shared: false },
  }
}

export function stageNamed(id: string, listeners: Listeners, seed: Seed = {}): Stage {
  const scenario = scenarioNamed(id)
  if (scenario === undefined) throw new RefusedError(refusals.unknownScenario(id))
  return stageScenario(scenario, listeners, seed)
}

/** A world that lines set up, those of a template where none are given. Where that takes long it is shown before its end. */
export function stageSandbox(opening: SandboxOpening, listeners: Listeners): Stage {
  const { template = 'small' } = opening
  const lines = opening.lines ?? templateLines[template]
  const { sitting, timeline, begin } = listening(listeners, opening, { foundsInRounds: true })
  let said = ''
  const steps = scriptSteps(sitting, new Script(lines.join('\n')), {
    keepGoing: false,
    write: (descriptor, text) => {
      if (descriptor === 2) said += text
    },
  })
  const step = () => {
    const { done, value } = steps.next()
    if (done === true && value !== 0) throw new RefusedError(refusals.badSetup(said.trim()))
    return done === true
  }
  const settled = (): Stage => ({
    sitting,
    timeline,
    start: sitting.position,
    beginning: beginningOf(sitting),
    opened: {
      shared: false,
      ...(opening.lines === undefined ? { template } : {}),
      // So many machines are not seen one by one elsewhere.
      ...(template === 'planet' ? { seen: { lens: 'map' } } : {}),
    },
  })
  while (!step()) {
    if (!listeners.isLong()) continue
    begin()
    const stopped = () => {
      sitting.finishFounding()
      return settled()
    }
    return { ...settled(), filling: { step, settled: stopped } }
  }
  begin()
  return settled()
}

function withTemplate(stage: Stage, template: SandboxTemplate | undefined): Stage {
  return template === undefined ? stage : { ...stage, opened: { ...stage.opened, template } }
}

/** Throws a SaveError where the save can't be opened. */
export function stageSave(save: Save, shared: boolean, listeners: Listeners): Stage {
  const { timeline, options, begin } = hearingOf(listeners)
  let stage: Stage | undefined
  const { sitting, beginning, notice } = openSave(save, {
    setUp: (id, seed) => {
      stage = stageNamed(id, listeners, { seed })
      return stage.sitting
    },
    sitting: options,
    ...(shared ? { mostWork } : {}),
    onStep: (world) => {
      const noted = stage?.timeline ?? timeline
      noted.note(world)
      listeners.opening(progressOf(noted))
    },
  })
  begin()
  stage?.player?.load(save.view?.guide, save.view?.step)
  return {
    sitting,
    timeline: stage?.timeline ?? timeline,
    start: stage?.start ?? { tick: 0, applied: 0 },
    beginning,
    opened: {
      ...stage?.opened,
      shared,
      ...(notice === undefined ? {} : { notice }),
      seen: seenIn(sitting, save),
    },
    ...(stage?.player === undefined ? {} : { player: stage.player }),
  }
}

/** A reader's own world: where it takes long to come to its moment again, it is shown on its way there. */
export function stageKept(save: Save, template: SandboxTemplate | undefined, listeners: Listeners): Stage {
  const hearing = hearingOf(listeners)
  const resumed = listeners.isLong() ? resumeSave(save, { sitting: hearing.options }) : undefined
  if (resumed === undefined) return withTemplate(stageSave(save, false, listeners), template)
  hearing.begin()
  const { sitting, beginning, notice, steps } = resumed
  const settled = (): Stage =>
    withTemplate(
      {
        sitting,
        timeline: hearing.timeline,
        start: { tick: 0, applied: 0 },
        beginning,
        opened: {
          shared: false,
          ...(notice === undefined ? {} : { notice }),
          seen: seenIn(sitting, save),
        },
      },
      template,
    )
  return { ...settled(), filling: { step: () => steps.next().done === true, settled } }
}

function seenIn({ world }: Sitting, { view = {} }: Save): Seen {
  const { lens, speed, select } = view
  const selected = select === undefined ? 0 : slotAt(world, select)
  return {
    ...(lens === undefined ? {} : { lens }),
    ...(speed === undefined ? {} : { speed }),
    ...(selected === 0 ? {} : { selected }),
  }
}

export function saveStage({ sitting, player, opened, beginning }: Stage, view: SavedView): Save {
  return saveOf(sitting, {
    ...(opened.scenario === undefined ? {} : { scenario: { id: opened.scenario.id, beginning } }),
    view: { ...view, ...(player === undefined ? {} : { guide: player.save() }) },
  })
}

function listening(listeners: Listeners, { seed }: Seed, more: SittingOptions = {}) {
  const { timeline, options, begin } = hearingOf(listeners)
  const seeded = seed === undefined ? {} : { seed }
  return { timeline, begin, sitting: new Sitting({ ...seeded, ...options, ...more }) }
}

/**
 * A timeline is told of every step, of those of another branch, too; and until the world begins for its reader, the one
 * who waits is told how far it is.
 */
function hearingOf(listeners: Listeners) {
  const timeline = new Timeline()
  let isOpening = true
  const note = (world: Parameters<Timeline['note']>[0]) => {
    timeline.note(world)
    if (isOpening) listeners.opening(progressOf(timeline))
  }
  return {
    timeline,
    options: { onProgress: note, onReplay: note, readsInPieces: true },
    begin: () => {
      isOpening = false
    },
  }
}

function progressOf({ survey, tick }: Timeline): OpeningProgress {
  return { tick, ready: survey.tally.ready, desired: survey.desired }
}
