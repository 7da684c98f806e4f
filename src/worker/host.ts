/**
 * The engine's host: hears requests, lets time pass, tells what changed. It is synchronous but for links and files, and
 * knows neither workers nor timers, so that a test can be its clock.
 */
import { complete } from '../lab/completion/complete.ts'
import { type Attention, nobodyLooks } from '../lab/frame/format.ts'
import { Frames } from '../lab/frame/frames.ts'
import { findNamed, namesOf } from '../lab/frame/naming.ts'
import { addressOf } from '../lab/inspect/links.ts'
import { comfortableLink, encodeLink, SaveError } from '../lab/link/index.ts'
import { momentBefore } from '../lab/moments.ts'
import type { Sitting } from '../lab/sitting.ts'
import { Inspecting } from './inspecting.ts'
import { Lines } from './lines.ts'
import { openStage } from './openStage.ts'
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
import { runApart } from './runApart.ts'
import { type Filling, type Stage, saveStage } from './stage.ts'
import { Telling } from './telling.ts'

export type Post = (message: Message, transfer?: Transferable[]) => void
type Ran = ReturnType<Sitting['execute']>

/** Milliseconds of work on a world that fills, in one slice. */
const fillingBudget = 40
/** Of work on what a line reads. */
const readingBudget = 40
/** Milliseconds between two autosaves of a world that only runs. */
const autosaveEvery = 5000

export class Host {
  readonly #post: Post
  readonly #now: () => number
  readonly #playback: Playback
  readonly #lines: Lines
  readonly #telling = new Telling()
  #attention: Attention = nobodyLooks
  #frames = new Frames()
  #stage: Stage | undefined
  readonly #inspecting = new Inspecting()
  #lens: Lens = 'loop'
  /** Whether the page has drawn the last frame, and whether there is something new since. */
  #isDrawn = true
  #hasNews = false
  #saved = { at: 0, wanted: false }

  constructor(post: Post, now: () => number) {
    this.#post = post
    this.#now = now
    this.#playback = new Playback(now)
    this.#lines = new Lines(post)
  }

  /** Whether time is to pass. */
  get isActive(): boolean {
    return this.isBusy || (this.#stage !== undefined && this.#playback.isActive(this.#conductor))
  }

  /** Whether there is work that waits for no clock. */
  get isBusy(): boolean {
    const { filling, sitting } = this.#stage ?? {}
    return filling !== undefined || sitting?.isReading === true || this.#frames.isLooking
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
    if (this.#frames.isLooking) return this.#look()
    if (this.#stage?.filling !== undefined) return this.#fill(this.#stage.filling)
    if (this.#stage === undefined || !this.isActive) return
    if (this.#stage.sitting.isReading) return this.#read(this.#stage.sitting)
    const { tick } = this.#stage.sitting.world
    this.#playback.elapse(milliseconds, this.#stage.sitting, this.#conductor)
    if (this.#stage.sitting.world.tick !== tick) this.#hasNews = true
    if (!this.isActive) this.#news()
    this.#flush()
  }

  #fill(filling: Filling): void {
    const deadline = this.#now() + fillingBudget
    let isOver: boolean
    do isOver = filling.step()
    while (!isOver && this.#now() < deadline)
    this.#hasNews = true
    if (isOver) this.#stopFilling(filling)
    this.#flush()
  }

  /** A line reads very much: requests are heard in between, and no time passes. */
  #read(sitting: Sitting): void {
    const deadline = this.#now() + readingBudget
    do sitting.readFurther()
    while (sitting.isReading && this.#now() < deadline)
    this.#lines.look()
    if (!this.isActive) this.#news()
    this.#flush()
  }

  /** Very many gaps are looked at: no time passes, so that all are of the same moment. */
  #look(): void {
    if (!this.#frames.lookFurther()) return
    this.#hasNews = true
    this.#flush()
  }

  /** The world as it is now is the beginning. */
  #stopFilling(filling: Filling): void {
    this.#stage = filling.settled()
    this.#news()
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
      case 'attend':
        this.#attention = request.attention
        this.#frames.attend(request.attention)
        this.#hasNews = true
        return
      default:
        if (this.#stage !== undefined) this.#control(request, this.#stage)
    }
  }

  #control(request: Exclude<Request, { id: number } | { type: 'drawn' | 'attend' }>, stage: Stage): void {
    const { sitting, filling } = stage
    if (filling !== undefined && request.type !== 'inspect') {
      if (request.type === 'interrupt') this.#stopFilling(filling)
      return
    }
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
        this.#inspecting.open(request.slot)
        break
      case 'lens':
        this.#lens = request.lens
        break
    }
    this.#news()
  }

  async #open(opening: Opening): Promise<Answers['open']> {
    const told = {
      ran: (line: string, execution: Ran) => this.#ran(line, execution),
      progress: (progress: OpeningProgress) => this.#post({ type: 'progress', ...progress }),
    }
    const stage = await openStage(opening, told, this.#now)
    this.#stage = stage
    this.#frames = new Frames(stage.timeline)
    this.#frames.attend(this.#attention)
    this.#telling.reset()
    const { selected = 0, lens = 'loop', speed } = stage.opened.seen ?? {}
    this.#inspecting.open(selected)
    this.#lens = lens
    this.#playback.stop()
    this.#playback.speed = speed ?? stage.player?.wants().speed ?? 1
    this.#isDrawn = true
    this.#news()
    return stage.opened
  }

  #line(id: number, line: string, stdin: string | undefined): void {
    const { sitting, player, timeline, filling } = this.#here
    if (filling !== undefined) throw new RefusedError(refusals.filling)
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
    const select = addressOf(this.#here.sitting.world, this.#inspecting.slot)
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
  #ran(line: string, { exit = 0, stderr }: Ran): void {
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
    const now = this.isActive ? this.#now() : undefined
    const frame = this.#frames.take(stage.sitting, now)
    const message = this.#telling.message(frame, this.#clockOf(stage), stage.player?.state())
    this.#post(message, [message.words.buffer])
    const inspection = this.#inspecting.take(stage, now)
    if (inspection !== undefined) this.#post({ type: 'inspected', inspection })
    this.#autosave(stage)
  }

  /** Half a setup is not worth keeping. */
  #autosave(stage: Stage): void {
    if (stage.filling !== undefined) return
    const now = this.#now()
    if (!this.#saved.wanted && now - this.#saved.at < autosaveEvery) return
    this.#saved = { at: now, wanted: false }
    this.#post({ type: 'autosave', save: saveStage(stage, this.#view) })
  }

  #clockOf({ sitting, filling }: Stage): Clock {
    const undo = sitting.log[sitting.position.applied - 1]?.line
    return {
      tick: sitting.world.tick,
      horizon: sitting.horizon,
      playing: this.#playback.playing,
      speed: this.#playback.speed,
      blocked: this.#lines.waiting !== 'no',
      seeking: this.#playback.isSeeking || filling !== undefined,
      filling: filling !== undefined,
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
