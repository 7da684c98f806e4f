/**
 * One sitting at the lab: a world, the recording that leads to it, and the way back. Lines come in one by one; time
 * moves only when `advance` is called. Going back and running on replays what was recorded; the first new line forks.
 */
import { type Execution, finished } from '../sim/commands/execution.ts'
import { runLine } from '../sim/commands/index.ts'
import { splitWords } from '../sim/commands/shellWords.ts'
import type { Tick } from '../sim/core/clock.ts'
import type { KubeletsFactory } from '../sim/world/components.ts'
import { worldHash } from '../sim/world/hash.ts'
import { restoreImage } from '../sim/world/image.ts'
import type { Simulation } from '../sim/world/simulation.ts'
import { buildFromLine, foundFromLine } from './cluster.ts'
import { evaluateCondition } from './condition.ts'
import { type KeyframeDensity, Keyframes } from './keyframes.ts'
import { labLines } from './lines/index.ts'
import { changesTheWorld } from './readOnly.ts'
import { RecordedSession } from './recordedSession.ts'
import type { Entry, Origin, Position } from './recording.ts'

export interface SittingOptions {
  /** Wins over the script's own `--seed`. */
  readonly seed?: number
  readonly profile?: Origin['profile']
  readonly keyframes?: KeyframeDensity
  readFile?(path: string): string | undefined
  readonly kubelets?: KubeletsFactory
  /** `none`: bare metal, where nobody brings machines or load balancers. */
  readonly cloud?: 'none'
  /** A `sim cluster` line is over when its cluster is up: `advance` brings it up round by round. Else it is up at once. */
  readonly foundsInRounds?: boolean
  /** A line that reads very much is over when `readFurther` has read it all. Else it is at once. */
  readonly readsInPieces?: boolean
  /** Called after every line and every tick: something may have been written. */
  onProgress?(world: Simulation): void
  /** Called after every step of a recording that was never lived through here: another branch, on the way to its place. */
  onReplay?(world: Simulation): void
}

interface Running {
  readonly execution: Execution
  readonly session: RecordedSession
}

/** How far the clock goes at once in a world where nothing will ever happen by itself. */
const idleStep = 10

export const defaultClusterLine = 'sim cluster'

export class Sitting {
  readonly options: SittingOptions
  readonly checkpoints = new Map<string, Position>()
  /** Recordings of branches that are not the present one, by name. */
  readonly branches = new Map<
    string,
    { readonly origin: Origin; readonly log: readonly Entry[]; readonly position: Position }
  >()
  branch = 'main'
  /** How often the clock was set: somebody went back or forward without living through the time between. */
  jumps = 0
  #world: Simulation | undefined
  #origin: Origin | undefined
  #log: Entry[] = []
  #applied = 0
  #horizon: Tick = 0
  #running: Running[] = []
  /** Lab lines that block (`sim wait`): they only look, so they are not part of the world. */
  #waiting: Execution[] = []
  /** Lines that are still reading: no time passes meanwhile. */
  #reading: Execution[] = []
  /** The next round of bringing the cluster up; undefined: it is up. */
  #founding: (() => boolean) | undefined
  readonly #keyframes: Keyframes

  constructor(options: SittingOptions = {}) {
    this.options = options
    this.#keyframes = new Keyframes(options.keyframes ?? 'sparse')
  }

  /** The present world; a default cluster when no line has made one. */
  get world(): Simulation {
    if (this.#world === undefined) this.newCluster(defaultClusterLine)
    return this.#world as Simulation
  }

  get origin(): Origin {
    return this.world && (this.#origin as Origin)
  }

  get log(): readonly Entry[] {
    return this.#log
  }

  get position(): Position {
    return { tick: this.world.tick, applied: this.#applied }
  }

  /** The furthest tick that this recording has reached: to seek up to it invents nothing. */
  get horizon(): Tick {
    return Math.max(this.#horizon, this.world.tick)
  }

  /** The hash of the world's state: equal hash, equal world. */
  get hash(): string {
    return worldHash(this.world)
  }

  get keyframeCount(): number {
    return this.#keyframes.count
  }

  /** Throws an Error with a plain message when the line is not one. */
  newCluster(line: string): void {
    this.foundCluster(line)
    this.finishFounding()
  }

  /** As `newCluster`; the cluster comes up while `advance` is called, before any time passes. */
  foundCluster(line: string): void {
    const { world, origin, round } = foundFromLine(line, this.options)
    this.#keyframes.clear()
    this.#place(world, origin)
    this.#founding = round
    this.#log = []
    this.#horizon = 0
    this.checkpoints.clear()
  }

  get isFounded(): boolean {
    return this.#founding === undefined
  }

  /** Brings the cluster up at once: nobody waits for it any more. */
  finishFounding(): void {
    if (this.#founding === undefined) return
    while (!this.#founding());
    this.#founded()
  }

  /** Objects that lines under way have not come to yet. */
  get left(): number {
    return this.#running.reduce((sum, { execution }) => sum + (execution.left ?? 0), 0)
  }

  /** Begins a line. It has ended when `exit` is no longer undefined; until then call `advance`. */
  execute(line: string, stdin?: string): Execution {
    this.finishFounding()
    const words = splitLine(line)
    if (typeof words === 'string') return finished(1, '', `${words}\n`)
    if (words.length === 0) return finished(0)
    const labLine = words[0] === 'sim' ? labLines.get(words[1] ?? '') : undefined
    const execution =
      labLine === undefined ? this.#record(line, words, stdin) : labLine.run(words.slice(2), this, line)
    if (labLine !== undefined && execution.exit === undefined) this.#waiting.push(execution)
    if (execution.isReading) this.#reading.push(execution)
    this.options.onProgress?.(this.world)
    return execution
  }

  get isReading(): boolean {
    return this.#reading.length > 0
  }

  /** Some more of what lines are reading. */
  readFurther(): void {
    for (const execution of this.#reading) execution.poll()
    this.#reading = this.#reading.filter(({ exit }) => exit === undefined)
  }

  /** One step of the world, at most to `limit`. Replays what is recorded for the ticks it comes through. */
  advance(limit: Tick = Number.POSITIVE_INFINITY): void {
    if (this.#founding !== undefined) return this.#foundFurther(this.#founding)
    if (this.isReading) return this.readFurther()
    this.#replayDue()
    const wake = Math.min(this.#nextWake, ...this.#waiting.map((execution) => execution.wakeAt))
    const recorded = this.#log[this.#applied]?.tick ?? Number.POSITIVE_INFINITY
    const next = Math.min(this.world.nextTick, Math.max(this.world.tick + 1, wake), recorded, limit)
    if (next <= this.world.tick) return
    this.world.step(Number.isFinite(next) ? next : this.world.tick + idleStep)
    this.#pollRunning()
    this.#offerKeyframe()
    this.#replayDue()
    this.#pollWaiting()
    this.options.onProgress?.(this.world)
  }

  /** Runs to `tick`, whatever happens on the way. */
  advanceTo(tick: Tick): void {
    while (this.world.tick < tick) this.advance(tick)
  }

  /**
   * Back (or forward) to a place in the recording. The log stays: running on replays it. `onStep` is called after all that
   * the way there does to the world; it may throw, and then the sitting is good for nothing more.
   */
  seek(target: Position, onStep: () => void = () => {}): void {
    this.finishFounding()
    this.jumps++
    this.#horizon = this.horizon
    const keyframe = this.#keyframes.before(target)
    if (keyframe === undefined) this.#rebuild()
    else {
      restoreImage(this.world, keyframe.image)
      this.#applied = keyframe.applied
    }
    this.#running = []
    onStep()
    this.#replayTo(target, onStep)
    this.options.onProgress?.(this.world)
  }

  /** The place at `tick`, before the lines that were entered at it. */
  positionAt(tick: Tick): Position {
    return { tick, applied: this.#log.filter((entry) => entry.tick < tick).length }
  }

  /** Another recording becomes the present one, at a place in it. */
  adopt(origin: Origin, log: readonly Entry[], position: Position, onStep?: () => void): void {
    if (this.#world === undefined) this.newCluster(origin.line)
    this.#origin = origin
    this.#log = [...log]
    this.#keyframes.clear()
    this.seek(position, onStep)
    this.#horizon = position.tick
  }

  /** Everything recorded after this moment is given up. */
  forgetFuture(): void {
    this.#log = this.#log.slice(0, this.#applied)
    this.#horizon = this.world.tick
    this.#keyframes.dropAfter(this.position)
  }

  /** A line that blocks is no longer waited for. What it does to the world is recorded, so that goes on; what it reads, not. */
  leave(execution: Execution): void {
    this.#reading = this.#reading.filter((reading) => reading !== execution)
    this.#waiting = this.#waiting.filter((waiting) => waiting !== execution)
  }

  evaluate(expression: string): boolean | string {
    return evaluateCondition(this.world, expression)
  }

  /** What is recorded for this very tick and not applied comes after the line: it was undone, or gone back behind. */
  #record(line: string, words: readonly string[], stdin: string | undefined): Execution {
    const present = this.position
    const running = this.#start(words, line, stdin)
    if (
      running.session.changedSomething ||
      (running.execution.exit === undefined && running.session.isRecorded)
    ) {
      this.#fork(present)
      this.#log.push({ tick: present.tick, line, ...(stdin === undefined ? {} : { stdin }) })
      this.#applied++
    }
    return running.execution
  }

  /** A new line in the past gives up the recorded future; lines in it are kept as a branch. */
  #fork(at: Position): void {
    this.#horizon = at.tick
    this.#keyframes.dropAfter(at)
    if (at.applied === this.#log.length) return
    const name = `${this.branch}@${this.#log[at.applied]?.tick}`
    this.branches.set(name, { origin: this.origin, log: this.#log, position: at })
    this.#log = this.#log.slice(0, at.applied)
  }

  #start(words: readonly string[], line: string, stdin: string | undefined): Running {
    const session = new RecordedSession(this.world, line, stdin, changesTheWorld(words), {
      readsInPieces: this.options.readsInPieces === true,
      readFile: (path) => this.options.readFile?.(path),
      evaluate: (expression) => evaluateCondition(this.world, expression),
    })
    const execution = runLine(words, session)
    const running = { execution, session }
    if (execution.isReading) return running
    if (execution.exit === undefined) this.#running.push(running)
    else session.close(execution.exit)
    return running
  }

  get #nextWake(): Tick {
    return Math.min(...this.#running.map(({ execution }) => execution.wakeAt))
  }

  #pollWaiting(): void {
    for (const execution of this.#waiting) execution.poll()
    this.#waiting = this.#waiting.filter((execution) => execution.exit === undefined)
  }

  #pollRunning(): void {
    for (const { execution } of this.#running) if (execution.exit === undefined) execution.poll()
    this.#running = this.#running.filter(({ execution }) => execution.exit === undefined)
  }

  /** What a command under way remembers is no part of an image. */
  #offerKeyframe(): void {
    if (this.#running.length === 0) this.#keyframes.offer(this.world, this.#applied)
  }

  #replayDue(): void {
    for (;;) {
      const entry = this.#log[this.#applied]
      if (entry === undefined || entry.tick > this.world.tick) return
      this.#applied++
      this.#start(splitLine(entry.line) as string[], entry.line, entry.stdin)
    }
  }

  #rebuild(): void {
    const { line, seed, profile } = this.origin
    const { world, origin } = buildFromLine(line, { ...this.options, seed, profile })
    this.#place(world, origin)
    this.#keyframes.begin(world)
  }

  #place(world: Simulation, origin: Origin): void {
    this.#world = world
    this.#origin = origin
    this.#applied = 0
    this.#running = []
  }

  #foundFurther(round: () => boolean): void {
    if (round()) this.#founded()
    this.#pollWaiting()
    this.options.onProgress?.(this.world)
  }

  #founded(): void {
    this.#founding = undefined
    this.#keyframes.begin(this.world)
  }

  #replayTo(target: Position, onStep: () => void): void {
    while (this.world.tick < target.tick || this.#applied < target.applied) {
      const entry = this.#log[this.#applied]
      if (this.#applied < target.applied && entry !== undefined && entry.tick <= this.world.tick) {
        this.#applied++
        this.#start(splitLine(entry.line) as string[], entry.line, entry.stdin)
        onStep()
        continue
      }
      const wake = this.#nextWake
      const recorded = this.#applied < target.applied ? (entry?.tick ?? target.tick) : target.tick
      const next = Math.min(this.world.nextTick, Math.max(this.world.tick + 1, wake), recorded, target.tick)
      this.world.step(next)
      this.#pollRunning()
      this.#offerKeyframe()
      onStep()
    }
  }
}

/** The words of a line, or a plain message about what is wrong with it. */
function splitLine(line: string): string[] | string {
  try {
    return splitWords(line)
  } catch (error) {
    return (error as Error).message
  }
}
