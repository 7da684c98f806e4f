/** What is shown: a sitting with its timeline, the scenario played in it, and where its world began. */
import { Timeline } from '../lab/frame/timeline.ts'
import {
  type Beginning,
  beginningOf,
  openSave,
  type Save,
  type SavedView,
  saveOf,
} from '../lab/link/index.ts'
import { Player } from '../lab/player/player.ts'
import type { Position } from '../lab/recording.ts'
import { runScriptLines } from '../lab/runScript.ts'
import { scenarioNamed } from '../lab/scenario/library.ts'
import type { Scenario } from '../lab/scenario/scenario.ts'
import { Script } from '../lab/script.ts'
import { Sitting } from '../lab/sitting.ts'
import type { Opened } from './protocol.ts'
import { RefusedError, refusals } from './refusals.ts'

export interface Stage {
  readonly sitting: Sitting
  readonly timeline: Timeline
  readonly player?: Player
  /** The end of the setup: what reset goes back to. */
  readonly start: Position
  readonly beginning: Beginning
  readonly opened: Opened
}

type Seed = { readonly seed?: number }
/** Told of the lines that the guide runs. */
export type OnRan = ConstructorParameters<typeof Player>[2]

/** Ticks and writes that opening a stranger's save may take. */
const mostWork = 2_000_000

export function stageScenario(scenario: Scenario, onRan: OnRan, seed: Seed = {}): Stage {
  const { sitting, timeline } = listening(seed)
  const player = new Player(sitting, scenario, onRan)
  player.setUp()
  return {
    sitting,
    timeline,
    player,
    start: sitting.position,
    beginning: beginningOf(sitting),
    opened: { scenario, shared: false },
  }
}

export function stageNamed(id: string, onRan: OnRan, seed: Seed = {}): Stage {
  const scenario = scenarioNamed(id)
  if (scenario === undefined) throw new RefusedError(refusals.unknownScenario(id))
  return stageScenario(scenario, onRan, seed)
}

/** A world that lines set up; the default cluster where there are none. */
export function stageSandbox(lines: readonly string[], seed: Seed = {}): Stage {
  const { sitting, timeline } = listening(seed)
  let said = ''
  const exit = runScriptLines(sitting, new Script(lines.join('\n')), {
    keepGoing: false,
    write: (descriptor, text) => {
      if (descriptor === 2) said += text
    },
  })
  if (exit !== 0) throw new RefusedError(refusals.badSetup(said.trim()))
  return {
    sitting,
    timeline,
    start: sitting.position,
    beginning: beginningOf(sitting),
    opened: { shared: false },
  }
}

/** Throws a SaveError where the save can't be opened. */
export function stageSave(save: Save, shared: boolean, onRan: OnRan): Stage {
  const timeline = new Timeline()
  let stage: Stage | undefined
  const { sitting, beginning, notice } = openSave(save, {
    setUp: (id, seed) => {
      stage = stageNamed(id, onRan, { seed })
      return stage.sitting
    },
    sitting: noting(timeline),
    mostWork,
    onStep: (world) => (stage?.timeline ?? timeline).note(world),
  })
  stage?.player?.load(save.view?.guide, save.view?.step)
  return {
    sitting,
    timeline: stage?.timeline ?? timeline,
    start: stage?.start ?? { tick: 0, applied: 0 },
    beginning,
    opened: { ...stage?.opened, shared, ...(notice === undefined ? {} : { notice }) },
    ...(stage?.player === undefined ? {} : { player: stage.player }),
  }
}

export function saveStage({ sitting, player, opened, beginning }: Stage, view: SavedView): Save {
  return saveOf(sitting, {
    ...(opened.scenario === undefined ? {} : { scenario: { id: opened.scenario.id, beginning } }),
    view: { ...view, ...(player === undefined ? {} : { guide: player.save() }) },
  })
}

function listening(seed: Seed): { sitting: Sitting; timeline: Timeline } {
  const timeline = new Timeline()
  return { timeline, sitting: new Sitting({ ...seed, ...noting(timeline) }) }
}

/** A timeline is told of every step, of those of another branch, too. */
function noting(timeline: Timeline) {
  const note = (world: Parameters<Timeline['note']>[0]) => timeline.note(world)
  return { onProgress: note, onReplay: note }
}
