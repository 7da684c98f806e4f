/**
 * The way through a scenario: which step is being played, where in the recording each began and ended, and how to get to
 * any other. A place that the recording still leads to is sought; else the scenario plays the steps before it by itself.
 */
import { type Moment, momentOf } from '../moment.ts'
import { isAtOrBefore } from '../recording.ts'
import type { Scenario, Step } from '../scenario/scenario.ts'
import type { Sitting } from '../sitting.ts'
import { LineQueue, type OnRan } from './lineQueue.ts'
import { type Mark, markHere, stillLeadsTo } from './mark.ts'
import { Measurement } from './measurement.ts'
import { setUp } from './setUp.ts'
import { newRecord, type StepRecord } from './stepRecord.ts'

/** A goal that its own solution hasn't reached after ten minutes won't be; nor is a step told so long after its time. */
const longestPlay = 6000

export class Journey {
  readonly sitting: Sitting
  readonly scenario: Scenario
  readonly queue: LineQueue
  readonly records: (StepRecord | undefined)[] = []
  /** Index of the step being played. */
  index = 0
  /** What the present step is measured by, while something is open in it. */
  measurement: Measurement | undefined
  /** The end of the setup. */
  opening: Mark

  constructor(sitting: Sitting, scenario: Scenario, onRan: OnRan) {
    this.sitting = sitting
    this.scenario = scenario
    this.queue = new LineQueue(sitting, onRan)
    this.opening = { tick: 0, applied: 0, entry: undefined }
  }

  get step(): Step {
    return this.scenario.steps[this.index] as Step
  }

  get record(): StepRecord {
    return this.records[this.index] as StepRecord
  }

  /** Whether the world is in the time that the present step is about, and not before it. */
  get isInStep(): boolean {
    return isAtOrBefore(this.record.run ?? this.record.start, this.sitting.position)
  }

  /** Throws an Error when a line of the setup fails. */
  setUp(): void {
    setUp(this.sitting, this.scenario.setup)
    this.opening = markHere(this.sitting)
    this.begin(0)
  }

  /** A step starts here and now. */
  begin(index: number): void {
    this.index = index
    this.records[index] = newRecord(markHere(this.sitting))
    this.measureFrom(momentOf(this.sitting.world))
  }

  measureFrom(since: Moment): void {
    this.measurement = new Measurement(this.sitting, this.step, since)
  }

  // ── Running a step ───────────────────────────────────────────────────────────────────────────────────────────────

  /** Run is pressed: the step's lines are sent, or the seconds of an earlier one come again. */
  send(lines: readonly string[] = this.step.do ?? []): void {
    const { step, sitting } = this
    const replayed = this.#runOf(step.replay)
    if (replayed !== undefined) sitting.seek(replayed)
    this.run(markHere(sitting), momentOf(sitting.world), false)
    this.record.sent = lines
    this.queue.send(lines, (line) => this.#fillSent(line))
  }

  /** Time runs for the step from `mark` on. */
  run(mark: Mark, since: Moment, byHand: boolean): void {
    this.record.run = mark
    this.record.byHand = byHand
    this.record.deadline = mark.tick + (this.step.predict?.after ?? this.step.wait ?? 0)
    this.measureFrom(since)
  }

  /** What was run does not count: it was undone, or gone back behind. */
  takeBackRun(): void {
    const { start, chosen, locked, hints, solutionShown } = this.record
    this.queue.clear()
    this.records[this.index] = {
      ...newRecord(start),
      locked,
      hints,
      solutionShown,
      ...(chosen === undefined ? {} : { chosen }),
    }
    this.measureFrom(momentOf(this.sitting.world))
  }

  /** The step is told: here it ends. */
  tell(): void {
    this.record.end = markHere(this.sitting)
    this.queue.clear()
  }

  /** Whether the world is as a step wants to find it. */
  isReadyFor(index: number): boolean {
    const { given, replay } = this.scenario.steps[index] as Step
    if (replay !== undefined && this.#runOf(replay) === undefined) return false
    return given === undefined || this.sitting.evaluate(given) === true
  }

  // ── Going somewhere ──────────────────────────────────────────────────────────────────────────────────────────────

  /** To the step after this one: from where the world is, or from where it is as the step wants it. */
  goOn(): void {
    const next = this.index + 1
    if (this.records[next] !== undefined) return this.enter(next)
    const { sitting } = this
    if (sitting.world.tick < sitting.horizon || sitting.position.applied < sitting.log.length)
      sitting.seek({ tick: sitting.horizon, applied: sitting.log.length })
    if (this.isReadyFor(next)) this.begin(next)
    else this.reach(next)
  }

  /** To any step: to its end if the learner has seen it, else to its start. */
  enter(index: number): void {
    this.queue.clear()
    const record = this.records[index]
    if (record === undefined) return this.reach(index)
    if (record.end !== undefined && !record.skipped) {
      this.index = index
      this.measurement = undefined
      this.sitting.seek(record.end)
    } else {
      this.#backTo(record.start)
      this.begin(index)
    }
  }

  /** What is shown as sent is the line as it was when its turn came. */
  #fillSent(line: string): string {
    const filled = (this.measurement as Measurement).fill(line)
    this.record.sent = this.record.sent.map((one) => (one === line ? filled : one))
    return filled
  }

  /** The present step from its start. */
  again(): void {
    this.queue.clear()
    this.#backTo(this.record.start)
    this.begin(this.index)
  }

  restart(): void {
    this.queue.clear()
    this.records.length = 0
    if (!stillLeadsTo(this.opening, this.sitting)) return this.setUp()
    this.#backTo(this.opening)
    this.begin(0)
  }

  /** Plays what comes before a step: what is missing, or the step before it once more, or everything. */
  reach(index: number): void {
    const from = this.records.findLastIndex((record, i) => record !== undefined && i < index)
    const ways = from < 0 ? [] : [() => this.#leave(from, true), () => this.#leave(from, false)]
    for (const start of [...ways, () => this.restart()]) {
      start()
      this.#playTo(index)
      if (this.isReadyFor(index)) break
    }
    this.begin(index)
  }

  /** Forgets what a new line in the past has made unreal. True: something of the present step was. */
  prune(): boolean {
    const { records, sitting } = this
    let isChanged = false
    records.forEach((record, i) => {
      if (record === undefined) return
      if (!stillLeadsTo(record.start, sitting)) records[i] = undefined
      else if (record.end === undefined || stillLeadsTo(record.end, sitting)) return
      else reopen(record)
      isChanged ||= i === this.index
    })
    if (!isChanged) return false
    const last = records.findLastIndex((record) => record !== undefined)
    this.queue.clear()
    if (last < 0) this.begin(this.index)
    else this.index = Math.min(this.index, last)
    return true
  }

  #runOf(id: string | undefined): Mark | undefined {
    const run = this.records[this.scenario.steps.findIndex((step) => step.id === id)]?.run
    return run !== undefined && stillLeadsTo(run, this.sitting) ? run : undefined
  }

  #leave(index: number, atEnd: boolean): void {
    this.index = index
    const { start, end } = this.record
    if (atEnd && end !== undefined) return this.#backTo(end)
    this.#backTo(start)
    this.begin(index)
  }

  #playTo(index: number): void {
    while (this.index < index) {
      if (this.record.end === undefined) this.#play()
      if (this.index + 1 === index) return
      this.begin(this.index + 1)
    }
  }

  /** The present step by its own lines, as fast as the world goes. */
  #play(): void {
    const { step, record, sitting } = this
    record.skipped = true
    const { goal } = step
    if (step.predict !== undefined || step.do !== undefined) {
      this.send(step.do ?? step.solution)
      this.#pass(() => sitting.world.tick >= (record.deadline as number) && this.queue.isIdle)
    }
    if (goal !== undefined) {
      if (step.predict === undefined && step.do === undefined)
        this.queue.send(step.solution ?? [], (line) => line)
      this.#pass(() => sitting.world.tick - (this.measurement?.metSince ?? sitting.world.tick) >= goal.held)
    }
    this.tell()
  }

  #pass(isOver: () => boolean): void {
    const { sitting } = this
    const latest = Math.max(sitting.world.tick, this.record.deadline ?? 0) + longestPlay
    while (!isOver() && sitting.world.tick < latest) {
      const end = this.record.deadline ?? latest
      sitting.advance(end > sitting.world.tick ? end : latest)
      this.queue.poll()
      this.measurement?.look()
    }
  }

  /** There, with nothing recorded after it. */
  #backTo(mark: Mark): void {
    this.sitting.seek(mark)
    this.sitting.forgetFuture()
  }
}

/** What it was told with has not happened: it is told anew when the time comes. */
function reopen(record: StepRecord): void {
  delete record.end
  delete record.verdict
}
