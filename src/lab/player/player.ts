/**
 * Plays a scenario in a sitting: what may be done now, when a verdict falls, whether a goal is met. The sitting is shared
 * with a learner who types lines and travels in time, so before it answers anything it looks at what has become of it.
 */
import type { Tick } from '../../sim/core/clock.ts'
import { type Moment, momentOf } from '../moment.ts'
import { isAtOrBefore, type Position } from '../recording.ts'
import type { Scenario } from '../scenario/scenario.ts'
import type { Sitting } from '../sitting.ts'
import type { GuideAction, GuideRefusal, GuideState, Phase } from './guideState.ts'
import { guideState, phaseOf, refusalIn } from './guideView.ts'
import { Journey } from './journey.ts'
import type { OnRan } from './lineQueue.ts'
import { type Mark, markHere } from './mark.ts'
import { isAct } from './ownLine.ts'
import { type PlayerSave, readPlayerSave, recordsIn, savedRecord } from './playerSave.ts'
import type { Verdict } from './stepRecord.ts'

/** What the scenario would have the world do. Absent: whatever it is doing. */
export interface Wants {
  readonly play?: boolean
  /** Simulated seconds a second. */
  readonly speed?: number
  /** The next tick at which the player wants to look. */
  readonly until?: Tick
}

export class Player {
  readonly #sitting: Sitting
  readonly #scenario: Scenario
  readonly #journey: Journey
  readonly #finished = new Set<number>()
  /** A learner's line that may be about to act: where it was entered, and how the world was. */
  #awaited: { readonly mark: Mark; readonly moment: Moment } | undefined
  /** When the learner's last acting line was entered. */
  #actedAt: Tick = -1
  /** Jumps of the sitting that have been seen; and whether there was one while the step ran. */
  #jumps = 0
  #hasGaps = false

  /** `onRan` is told of the lines that the guide sent, when they have ended. */
  constructor(sitting: Sitting, scenario: Scenario, onRan: OnRan = () => {}) {
    this.#sitting = sitting
    this.#scenario = scenario
    this.#journey = new Journey(sitting, scenario, onRan)
  }

  /** Makes the scenario's world and begins. Throws an Error with a plain message when a line of the setup fails. */
  setUp(): void {
    this.#travel(() => this.#journey.setUp())
  }

  /** The end of the setup. */
  get opening(): Position {
    return this.#journey.opening
  }

  // ── What the host tells ──────────────────────────────────────────────────────────────────────────────────────────

  /** To be called after every tick. */
  afterTick(): void {
    this.#catchUp()
    const { queue, measurement, record } = this.#journey
    queue.poll()
    const phase = this.#phase
    if ((phase !== 'running' && phase !== 'doing') || !this.#journey.isInStep) return
    measurement?.look()
    if (phase === 'running' && this.#sitting.world.tick >= (record.deadline as Tick)) this.#decide()
    if (this.#phase === 'doing') this.#watchGoal()
  }

  /** To be called after going to another place in the recording. */
  afterSeek(): void {
    this.#catchUp()
  }

  /** Asked before a learner's own line is run. An answer: why it has to wait. */
  userLine(line: string): 'predict-first' | 'running' | undefined {
    this.#catchUp()
    if (!isAct(line)) return undefined
    const refusal = refusalIn(this.#journey)
    if (refusal === undefined)
      this.#awaited = { mark: markHere(this.#sitting), moment: momentOf(this.#sitting.world) }
    return refusal
  }

  // ── What the learner does ────────────────────────────────────────────────────────────────────────────────────────

  /** An answer: why nothing was done. */
  act(action: GuideAction): GuideRefusal | undefined {
    this.#catchUp()
    const journey = this.#journey
    switch (action.do) {
      case 'choose':
        return this.#choose(action.option)
      case 'lock':
        return this.#lock()
      case 'run':
        return this.#run()
      case 'next':
        return this.#next()
      case 'back':
        return this.#go(journey.index - 1)
      case 'go':
        return this.#go(action.step)
      case 'hint':
        journey.record.hints = Math.min(journey.record.hints + 1, journey.step.hints?.length ?? 0)
        return undefined
      case 'solution':
        journey.record.solutionShown = true
        return undefined
      case 'again':
        return this.#travel(() => journey.again())
      case 'restart':
        this.#finished.clear()
        return this.#travel(() => journey.restart())
    }
  }

  state(): GuideState {
    this.#catchUp()
    return guideState(this.#journey, this.#finished)
  }

  /** The present step's verdict, once it is told. */
  get verdict(): Verdict | undefined {
    return this.#journey.record.verdict
  }

  wants(): Wants {
    this.#catchUp()
    const { record, step, measurement } = this.#journey
    const { tick } = this.#sitting.world
    const speed = this.#isFresh && step.show?.speed !== undefined ? { speed: step.show.speed } : {}
    switch (this.#phase) {
      case 'running':
        return { play: true, ...speed, ...(record.deadline === undefined ? {} : { until: record.deadline }) }
      case 'doing': {
        const since = measurement?.metSince
        const until = since === undefined ? {} : { until: since + (step.goal?.held ?? 0) }
        return { ...(this.#isFresh ? { play: true } : {}), ...speed, ...until }
      }
      case 'told':
        return tick === record.end?.tick ? { play: false } : {}
      default:
        return speed
    }
  }

  /** A step has just begun or been run, or the learner has just acted: after that, speed and pause are theirs. */
  get #isFresh(): boolean {
    const { start, run } = this.#journey.record
    return [start.tick, run?.tick, this.#actedAt].includes(this.#sitting.world.tick)
  }

  get #phase(): Phase {
    return phaseOf(this.#journey)
  }

  // ── Saving ───────────────────────────────────────────────────────────────────────────────────────────────────────

  save(): PlayerSave {
    this.#catchUp()
    const { index, records } = this.#journey
    return {
      v: 1,
      step: index,
      finished: [...this.#finished],
      records: this.#scenario.steps.map((_, i) => savedRecord(records[i])),
    }
  }

  /** Takes up what was saved in this recording; what isn't sound of it is left out. `step`: where to be without it. */
  load(saved: unknown, step = 0): void {
    const journey = this.#journey
    const { log, position } = this.#sitting
    const { steps } = this.#scenario
    const sound = readPlayerSave(saved, steps.length)
    journey.opening = { ...journey.opening, entry: log[journey.opening.applied - 1] }
    journey.records.splice(0, journey.records.length, ...recordsIn(sound, steps, log))
    for (const index of sound?.finished ?? []) this.#finished.add(index)
    journey.index = Math.min(Math.max(0, Math.floor(sound?.step ?? step) || 0), steps.length - 1)
    this.#travel(() => {
      if (journey.records[journey.index] === undefined) journey.begin(journey.index)
      else this.#measureAgain(position)
    })
    this.#hasGaps = true
  }

  // ── Predicting and running ───────────────────────────────────────────────────────────────────────────────────────

  #choose(option: number): GuideRefusal | undefined {
    const { step, record } = this.#journey
    if (this.#phase !== 'asking' || step.predict?.options[option] === undefined) return 'not-now'
    record.chosen = option
    return undefined
  }

  #lock(): GuideRefusal | undefined {
    const { record } = this.#journey
    if (this.#phase !== 'asking') return 'not-now'
    if (record.chosen === undefined) return 'predict-first'
    record.locked = true
    return undefined
  }

  #run(): GuideRefusal | undefined {
    const journey = this.#journey
    const phase = this.#phase
    if (phase === 'asking') return 'predict-first'
    if (phase === 'running') return 'running'
    const { step } = journey
    if ((phase !== 'locked' && phase !== 'ready') || (step.do === undefined && step.replay === undefined))
      return 'not-now'
    this.#travel(() => {
      if (!journey.isInStep) this.#sitting.seek(journey.record.start)
      if (!journey.isReadyFor(journey.index)) this.#reachAgain()
      journey.send()
    })
    return undefined
  }

  /** To where the step's premise holds, with the guess as it is. */
  #reachAgain(): void {
    const { chosen, locked, hints } = this.#journey.record
    this.#journey.reach(this.#journey.index)
    Object.assign(this.#journey.record, { locked, hints }, chosen === undefined ? {} : { chosen })
  }

  #decide(): void {
    const journey = this.#journey
    const { record, step } = journey
    if (this.#hasGaps || this.#sitting.world.tick > (record.deadline as Tick))
      this.#travel(() => this.#liveThroughAgain())
    record.verdict = journey.measurement?.verdict() ?? { trueOptions: 0, values: {} }
    if (step.goal === undefined) this.#tell()
  }

  /** Somebody skipped through the run: it is gone through once more, tick by tick, so that nothing is missed. */
  #liveThroughAgain(): void {
    const { run, deadline } = this.#journey.record
    if (run === undefined || deadline === undefined) return
    this.#sitting.seek(run)
    this.#journey.measureFrom(momentOf(this.#sitting.world))
    while (this.#sitting.world.tick < deadline) {
      this.#sitting.advance(deadline)
      this.#journey.measurement?.look()
    }
  }

  #watchGoal(): void {
    const { step, measurement, record } = this.#journey
    const since = measurement?.metSince
    if (step.goal === undefined || since === undefined) return
    if (this.#sitting.world.tick - since < step.goal.held) return
    record.verdict = { trueOptions: 0, ...record.verdict, values: measurement?.values() ?? {} }
    this.#tell()
  }

  #tell(): void {
    this.#journey.tell()
    this.#journey.record.skipped = false
    this.#finished.add(this.#journey.index)
  }

  // ── Travelling ───────────────────────────────────────────────────────────────────────────────────────────────────

  #next(): GuideRefusal | undefined {
    const { index } = this.#journey
    const phase = this.#phase
    if (phase === 'asking') return 'predict-first'
    if (phase === 'running') return 'running'
    if (phase !== 'told' && phase !== 'reading') return 'not-finished'
    if (this.#scenario.steps[index + 1] === undefined) return 'not-now'
    if (phase === 'reading') this.#tell()
    return this.#travel(() => this.#journey.goOn())
  }

  #go(index: number): GuideRefusal | undefined {
    if (this.#scenario.steps[index] === undefined || index === this.#journey.index) return 'not-now'
    return this.#travel(() => this.#journey.enter(index))
  }

  /** Does something that may jump in the recording, without taking it for the learner's doing. */
  #travel(go: () => void): undefined {
    this.#awaited = undefined
    go()
    this.#jumps = this.#sitting.jumps
    this.#hasGaps = false
  }

  // ── Catching up with what the learner did ────────────────────────────────────────────────────────────────────────

  #catchUp(): void {
    if (this.#journey.records.length === 0) return
    this.#takeOwnLine()
    if (this.#journey.prune()) this.#measureAgain(this.#sitting.position)
    if (this.#sitting.jumps === this.#jumps) return
    this.#jumps = this.#sitting.jumps
    this.#hasGaps = true
    const { record, measurement } = this.#journey
    const isUndone = record.run !== undefined && isAtOrBefore(this.#sitting.position, record.run)
    if (isUndone && this.#phase === 'running') this.#journey.takeBackRun()
    else if (this.#journey.isInStep) measurement?.lookAfresh()
  }

  /** The line that was asked for has acted if it is in the log: the first one counts as Run, each later one moves the verdict. */
  #takeOwnLine(): void {
    const awaited = this.#awaited
    if (awaited === undefined) return
    const { position, log } = this.#sitting
    const { mark, moment } = awaited
    const hasActed = position.applied === mark.applied + 1 && log[mark.applied]?.tick === mark.tick
    if (hasActed || position.tick !== mark.tick) this.#awaited = undefined
    if (!hasActed) return
    this.#actedAt = mark.tick
    const journey = this.#journey
    const phase = this.#phase
    if (phase === 'locked' || phase === 'ready') journey.run(mark, moment, true)
    else if (phase === 'running') {
      const { record, step } = journey
      record.deadline = mark.tick + (step.predict?.after ?? step.wait ?? 0)
    }
  }

  /** What the present step is measured by, after it was lost: from where it ran or began. */
  #measureAgain(present: Position): void {
    const { record } = this.#journey
    if (record.end !== undefined) return
    this.#sitting.seek(record.run ?? record.start)
    this.#journey.measureFrom(momentOf(this.#sitting.world))
    this.#sitting.seek(present)
    this.#journey.measurement?.lookAfresh()
  }
}
