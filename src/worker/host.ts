/**
 * The engine's host: hears requests, lets time pass, tells what changed. It is synchronous but for links and files, and
 * knows neither workers nor timers, so that a test can be its clock.
 */
import { complete } from '../lab/completion/complete.ts'
import { Frames } from '../lab/frame/frames.ts'
import { findNamed, namesOf } from '../lab/frame/naming.ts'
import { inspect } from '../lab/inspect/inspect.ts'
import { addressOf } from '../lab/inspect/links.ts'
import { comfortableLink, decodeLink, encodeLink, readSave, SaveError } from '../lab/link/index.ts'
import { momentBefore } from '../lab/moments.ts'
import { runScriptLines } from '../lab/runScript.ts'
import { Script } from '../lab/script.ts'
import { Sitting } from '../lab/sitting.ts'
import { Lines } from './lines.ts'
import { openFile } from './openFile.ts'
import { type Conductor, Playback } from './playback.ts'
import type {
  Answers,
  Clock,
  Lens,
  Message,
  Opening,
  OpeningProgress,
  Request,
  Save,
  SavedView,
} from './protocol.ts'
import { RefusedError, refusals } from './refusals.ts'
import {
  type Listeners,
  type Stage,
  saveStage,
  stageNamed,
  stageSandbox,
  stageSave,
  withTemplate,
} from './stage.ts'

export type Post = (message: Message, transfer?: Transferable[]) => void

/** Milliseconds between two words of how far an opening is. */
const progressEvery = 100
/** Milliseconds between two autosaves of a world that only runs. */
const autosaveEvery = 5000

export class Host {
  readonly #post: Post
  readonly #now: () => number
  readonly #playback: Playback
  readonly #lines: Lines
  #frames = new Frames()
  #stage: Stage | undefined
  #inspected = 0
  #lens: Lens = 'loop'
  /** Whether the page has drawn the last frame, and whether there is something new since. */
  #isDrawn = true
  #hasNews = false
  #saved = { at: 0, wanted: false }
  #progressAt = 0

  constructor(post: Post, now: () => number) {
    this.#post = post
    this.#now = now
    this.#playback = new Playback(now)
    this.#lines = new Lines(post)
  }

  /** Whether time is to pass. */
  get isActive(): boolean {
    return this.#stage !== undefined && this.#playback.isActive(this.#conductor)
  }

  async hear(request: Request): Promise<void> {
    try {
      await this.#answer(request)
    } catch (error) {
      if (!('id' in request)) throw error
      if (!(error instanceof RefusedError) && !(error instanceof SaveError)) throw error
      this.#post({ type: 'refused', id: request.id, en: error.text.en, ko: error.text.ko })
    }
    this.#flush()
  }

  elapse(milliseconds: number): void {
    if (this.#stage === undefined || !this.isActive) return
    const { tick } = this.#stage.sitting.world
    this.#playback.elapse(milliseconds, this.#stage.sitting, this.#conductor)
    if (this.#stage.sitting.world.tick !== tick) this.#hasNews = true
    if (!this.isActive) this.#news()
    this.#flush()
  }

  async #answer(request: Request): Promise<void> {
    switch (request.type) {
      case 'open':
        return this.#reply(request.id, await this.#open(request.opening))
      case 'line':
        return this.#line(request.id, request.line, request.stdin)
      case 'complete':
        return this.#reply(request.id, complete(this.#here.sitting, request.text))
      case 'names':
        return this.#reply(request.id, namesOf(this.#here.sitting.world, request.slots))
      case 'find':
        return this.#reply(request.id, findNamed(this.#here.sitting.world, request.text, request.most))
      case 'save':
        return this.#reply(request.id, saveStage(this.#here, this.#view))
      case 'link':
        return this.#reply(request.id, await this.#link())
      case 'hash':
        return this.#reply(request.id, this.#here.sitting.hash)
      case 'caught-up':
        this.#isDrawn = true
        this.#flush()
        return this.#reply(request.id, true)
      case 'script':
        return this.#reply(request.id, runApart(request.script, request.seed))
      case 'drawn':
        this.#isDrawn = true
        return
      default:
        if (this.#stage !== undefined) this.#control(request, this.#stage)
    }
  }

  #control(request: Exclude<Request, { id: number } | { type: 'drawn' }>, stage: Stage): void {
    const { sitting } = stage
    switch (request.type) {
      case 'play':
        this.#playback.playing = true
        break
      case 'pause':
        this.#playback.stop()
        break
      case 'speed':
        this.#playback.speed = Math.min(Math.max(request.speed, 0.05), 10_000)
        break
      case 'interrupt':
        this.#playback.stop()
        this.#lines.leave(sitting)
        break
      case 'seek':
        this.#seek(Math.min(Math.max(0, Math.floor(request.tick)), sitting.horizon))
        break
      case 'step':
        this.#step(request.by, request.back)
        break
      case 'reset':
        this.#playback.stop()
        if (stage.player === undefined) sitting.seek(stage.start)
        else stage.player.act({ do: 'restart' })
        this.#frames.reset()
        break
      case 'run-until':
        this.#playback.runUntil(request.stop, sitting)
        break
      case 'guide':
        this.#guide(stage, request.action)
        break
      case 'inspect':
        this.#inspected = request.slot
        break
      case 'lens':
        this.#lens = request.lens
        break
    }
    this.#news()
  }

  async #open(opening: Opening): Promise<Answers['open']> {
    const stage = await staged(opening, {
      ran: (line, execution) => this.#ran(line, execution),
      opening: (progress) => this.#tellProgress(progress),
    })
    this.#stage = stage
    this.#frames = new Frames(stage.timeline)
    const { selected = 0, lens = 'loop', speed } = stage.opened.seen ?? {}
    this.#inspected = selected
    this.#lens = lens
    this.#playback.stop()
    this.#playback.speed = speed ?? stage.player?.wants().speed ?? 1
    this.#isDrawn = true
    this.#news()
    return stage.opened
  }

  /** While a world is opened the host is deaf; what it says is heard. */
  #tellProgress(progress: OpeningProgress): void {
    const now = this.#now()
    if (now - this.#progressAt < progressEvery) return
    this.#progressAt = now
    this.#post({ type: 'progress', ...progress })
  }

  #line(id: number, line: string, stdin: string | undefined): void {
    const { sitting, player, timeline } = this.#here
    const refusal = player?.userLine(line)
    if (refusal !== undefined)
      throw new RefusedError(refusal === 'predict-first' ? refusals.predictFirst : refusals.running)
    const { horizon } = sitting
    const { tick } = sitting.world
    const execution = sitting.execute(line, stdin)
    if (sitting.horizon < horizon) timeline.forgetAfter(sitting.world.tick)
    if (sitting.world.tick < tick) player?.afterSeek()
    this.#lines.begin(id, line, stdin, execution)
    this.#follow()
    this.#news()
  }

  #guide(stage: Stage, action: Parameters<NonNullable<Stage['player']>['act']>[0]): void {
    const { player, sitting, timeline } = stage
    if (player === undefined) return
    const before = { tick: sitting.world.tick, horizon: sitting.horizon }
    player.act(action)
    if (sitting.horizon < before.horizon) timeline.forgetAfter(sitting.world.tick)
    if (sitting.world.tick < before.tick) this.#frames.reset()
    if (action.do !== 'choose' && action.do !== 'hint' && action.do !== 'solution') this.#playback.stop()
    this.#follow()
  }

  /** Plays and pauses as the scenario asks for. */
  #follow(): void {
    const wants = this.#stage?.player?.wants()
    if (wants?.play !== undefined) this.#playback.playing = wants.play
    if (wants?.speed !== undefined) this.#playback.speed = wants.speed
  }

  #step(by: 'tick' | 'event', back: boolean): void {
    const { sitting } = this.#here
    this.#playback.stop()
    if (back) return this.#seek(by === 'tick' ? Math.max(0, sitting.world.tick - 1) : momentBefore(sitting))
    if (by === 'event') return this.#playback.runUntil('next-event', sitting)
    sitting.advanceTo(sitting.world.tick + 1)
    this.#conductor.stepped()
  }

  #seek(tick: number): void {
    const { sitting, player } = this.#here
    this.#playback.stop()
    sitting.seek(sitting.positionAt(tick))
    player?.afterSeek()
    this.#frames.reset()
  }

  async #link(): Promise<Answers['link']> {
    const stage = this.#here
    const whole = saveStage(stage, this.#view)
    const { guide: _, ...seen } = whole.view ?? {}
    const code = await encodeLink({ ...whole, log: appliedLog(stage, whole), view: seen })
    return code.length <= comfortableLink ? { code, length: code.length } : { length: code.length }
  }

  get #view(): SavedView {
    const select = addressOf(this.#here.sitting.world, this.#inspected)
    return { lens: this.#lens, speed: this.#playback.speed, ...(select === undefined ? {} : { select }) }
  }

  get #here(): Stage {
    if (this.#stage === undefined) throw new RefusedError(refusals.nothingOpen)
    return this.#stage
  }

  get #conductor(): Conductor {
    const { player } = this.#here
    const lines = this.#lines
    return {
      limit: player?.wants().until ?? Number.POSITIVE_INFINITY,
      get waiting() {
        return lines.waiting
      },
      stepped: () => this.#stepped(),
    }
  }

  #stepped(): boolean {
    this.#hasNews = true
    this.#lines.look()
    const player = this.#stage?.player
    if (player === undefined) return false
    const before = player.wants().play
    player.afterTick()
    const { play } = player.wants()
    if (play === before) return false
    this.#follow()
    return play === false
  }

  /** The guide ran a line. */
  #ran(line: string, { exit = 0, stderr }: ReturnType<Sitting['execute']>): void {
    this.#post({ type: 'ran', line, by: 'guide', exit, error: exit === 0 ? '' : stderr })
  }

  #reply(id: number, value: Answers[keyof Answers]): void {
    this.#post({ type: 'answer', id, value })
  }

  /** Something has changed that is worth keeping. */
  #news(): void {
    this.#hasNews = true
    this.#saved.wanted = true
  }

  #flush(): void {
    const stage = this.#stage
    if (stage === undefined || !this.#hasNews || !this.#isDrawn) return
    this.#hasNews = false
    this.#isDrawn = false
    const frame = this.#frames.take(stage.sitting)
    const guide = stage.player?.state()
    const clock = this.#clockOf(stage)
    const transfer = [frame.pods, frame.writes, frame.samples, frame.births, frame.nodeLoads].map(
      ({ buffer }) => buffer,
    )
    this.#post({ type: 'frame', frame, clock, ...(guide === undefined ? {} : { guide }) }, transfer)
    const inspection = this.#inspected === 0 ? undefined : inspect(stage.sitting, this.#inspected)
    if (inspection !== undefined) this.#post({ type: 'inspected', inspection })
    this.#autosave(stage)
  }

  #autosave(stage: Stage): void {
    const now = this.#now()
    if (!this.#saved.wanted && now - this.#saved.at < autosaveEvery) return
    this.#saved = { at: now, wanted: false }
    this.#post({ type: 'autosave', save: saveStage(stage, this.#view) })
  }

  #clockOf({ sitting }: Stage): Clock {
    const undo = sitting.log[sitting.position.applied - 1]?.line
    return {
      tick: sitting.world.tick,
      horizon: sitting.horizon,
      playing: this.#playback.playing,
      speed: this.#playback.speed,
      blocked: this.#lines.waiting !== 'no',
      seeking: this.#playback.isSeeking,
      branch: sitting.branch,
      branches: [...sitting.branches.keys()],
      seed: sitting.origin.seed,
      profile: sitting.origin.profile,
      ...(undo === undefined || sitting.position.applied <= this.#here.start.applied ? {} : { undo }),
    }
  }
}

/** Lines of the recorded future are the reader's own: a link shows the world as it is now. */
function appliedLog({ sitting, start }: Stage, { log, scenario }: Save): Save['log'] {
  const setup = scenario === undefined ? 0 : start.applied
  return log.slice(0, Math.max(0, sitting.position.applied - setup))
}

function runApart(script: string, seed: number | undefined): Answers['script'] {
  const sitting = new Sitting(seed === undefined ? {} : { seed })
  let output = ''
  const exit = runScriptLines(sitting, new Script(script), {
    keepGoing: false,
    write: (_descriptor, text) => {
      output += text
    },
  })
  return { exit, output, hash: sitting.hash, seconds: sitting.world.tick / 10 }
}

async function staged(opening: Opening, listeners: Listeners): Promise<Stage> {
  switch (opening.what) {
    case 'scenario':
      return stageNamed(opening.id, listeners, opening)
    case 'sandbox':
      return stageSandbox(opening, listeners)
    case 'save':
      return withTemplate(stageSave(readSave(opening.save), false, listeners), opening.template)
    case 'link':
      return stageSave(await decodeLink(opening.code), true, listeners)
    case 'file':
      return openFile(opening.text, listeners)
  }
}
