/** What a player keeps in saves: plain data, and on the way back in not trusted. */
import * as v from 'valibot'
import { ticksPerSecond } from '../../sim/core/clock.ts'
import { verbs } from '../../sim/core/ledger.ts'
import type { Entry, Position } from '../recording.ts'
import type { Step } from '../scenario/scenario.ts'
import { type Mark, markAt } from './mark.ts'
import { newRecord, type StepRecord } from './stepRecord.ts'

/** How far after the last line a step may begin or end: two hours. */
const furthestOn = 72_000
const mostTicks = 365 * 86_400 * ticksPerSecond

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostTicks))
const word = v.pipe(v.string(), v.maxLength(4000))
const position = v.object({ tick: count, applied: count })

const verdict = v.object({
  happened: v.exactOptional(count),
  trueOptions: count,
  values: v.record(v.pipe(v.string(), v.maxLength(40)), word),
  decidedBy: v.exactOptional(
    v.object({
      revision: count,
      tick: count,
      actor: word,
      verb: v.picklist(verbs),
      object: word,
      text: word,
    }),
  ),
})

const record = v.object({
  start: position,
  chosen: v.exactOptional(count),
  locked: v.boolean(),
  run: v.exactOptional(position),
  byHand: v.boolean(),
  sent: v.pipe(v.array(word), v.maxLength(50)),
  deadline: v.exactOptional(count),
  verdict: v.exactOptional(verdict),
  end: v.exactOptional(position),
  skipped: v.boolean(),
  hints: count,
  solutionShown: v.boolean(),
})

const playerSave = v.object({
  v: v.literal(1),
  step: count,
  finished: v.pipe(v.array(count), v.maxLength(30)),
  records: v.pipe(v.array(v.nullable(v.fallback(v.nullable(record), null))), v.maxLength(30)),
})

export type PlayerSave = v.InferOutput<typeof playerSave>
type SavedRecord = v.InferOutput<typeof record>

/** Undefined where it is none. */
export function readPlayerSave(saved: unknown, steps: number): PlayerSave | undefined {
  const read = v.safeParse(playerSave, saved)
  if (!read.success) return undefined
  return { ...read.output, finished: read.output.finished.filter((index) => index < steps) }
}

export function savedRecord(record: StepRecord | undefined): SavedRecord | null {
  if (record === undefined) return null
  const { start, run, end, ...rest } = record
  return {
    ...rest,
    sent: [...rest.sent],
    start: placeOf(start),
    ...(run === undefined ? {} : { run: placeOf(run) }),
    ...(end === undefined ? {} : { end: placeOf(end) }),
  }
}

/** Records whose places the log leads to. */
export function recordsIn(
  saved: PlayerSave | undefined,
  steps: readonly Step[],
  log: readonly Entry[],
): (StepRecord | undefined)[] {
  return steps.map((step, i) => {
    const record = saved?.records[i]
    return record == null ? undefined : soundRecord(record, step, log)
  })
}

function soundRecord(saved: SavedRecord, step: Step, log: readonly Entry[]): StepRecord | undefined {
  const { start, run, end, verdict, chosen, deadline, ...rest } = saved
  const marks = [start, run, end].map((place) => place && markIn(place, log))
  if (marks[0] === undefined) return undefined
  const options = step.predict?.options.length ?? 0
  if ((chosen ?? 0) >= Math.max(options, 1) || (verdict?.happened ?? 0) >= Math.max(options, 1))
    return undefined
  // A run without its end is no run.
  const isRun = marks[1] !== undefined && deadline !== undefined
  const lastLine = log.at(-1)?.tick ?? 0
  const latest = lastLine + (step.predict?.after ?? step.wait ?? 0)
  return {
    ...newRecord(marks[0]),
    ...rest,
    hints: Math.min(rest.hints, step.hints?.length ?? 0),
    ...(chosen === undefined ? {} : { chosen }),
    ...(isRun ? { run: marks[1] as Mark, deadline: Math.min(deadline, latest) } : {}),
    ...(verdict === undefined ? {} : { verdict }),
    ...(marks[2] === undefined ? {} : { end: marks[2] }),
  }
}

/** Undefined where the log says otherwise: fewer lines, or other times. */
function markIn(place: Position, log: readonly Entry[]): Mark | undefined {
  const { tick, applied } = place
  if (applied > log.length || tick > (log.at(-1)?.tick ?? 0) + furthestOn) return undefined
  const before = log[applied - 1]?.tick ?? 0
  const after = log[applied]?.tick ?? Number.POSITIVE_INFINITY
  return before <= tick && tick <= after ? markAt(place, log) : undefined
}

function placeOf({ tick, applied }: Position): Position {
  return { tick, applied }
}
