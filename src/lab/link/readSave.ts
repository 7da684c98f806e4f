/** Reads a save that anybody may have written: nothing in it is believed before it has been checked. */
import * as v from 'valibot'
import { splitWords } from '../../sim/commands/shellWords.ts'
import type { Entry } from '../recording.ts'
import { lenses } from '../scenario/scenario.ts'
import { caps } from './caps.ts'
import { firstEngine } from './engineVersion.ts'
import type { Save, SavedView } from './save.ts'
import { SaveError } from './saveError.ts'
import { refusals } from './words.ts'

const text = (most: number) => v.pipe(v.string(), v.maxLength(most))
const whole = (least: number, below: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(below - 1))
const tick = whole(0, caps.ticks)
const line = v.pipe(text(caps.line), v.regex(/\S/))

/** In a link an entry is a list, `[tick, line, stdin?]`; in a file an object. */
const entry = v.union([
  v.pipe(
    v.tuple([tick, line, v.optional(text(caps.stdin))]),
    v.transform(([tick, line, stdin]) => entryOf(tick, line, stdin)),
  ),
  v.pipe(
    v.object({ tick, line, stdin: v.optional(text(caps.stdin)) }),
    v.transform(({ tick, line, stdin }) => entryOf(tick, line, stdin)),
  ),
])

/** Its length is looked at before anything in it. */
const atMost = (most: number) => v.pipe(v.array(v.unknown()), v.maxLength(most))

/** A broken part of the view is no reason to refuse the world. */
const viewSchema = v.pipe(
  v.object({
    step: v.fallback(v.optional(whole(0, 1_000)), undefined),
    lens: v.fallback(v.optional(v.picklist(lenses)), undefined),
    select: v.fallback(v.optional(text(300)), undefined),
    speed: v.fallback(v.optional(v.pipe(v.number(), v.minValue(0.01), v.maxValue(1e6))), undefined),
    guide: v.fallback(v.optional(v.pipe(v.unknown(), v.check(isSmall))), undefined),
  }),
  v.transform((view): SavedView => defined(view)),
)

const schema = v.pipe(
  v.object({
    v: v.literal(1),
    engine: v.optional(v.pipe(text(40), v.regex(/^\d+\.\d+\.\d+[-+.\w]*$/)), firstEngine),
    scenario: v.optional(v.pipe(text(64), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/))),
    cluster: v.optional(v.pipe(text(caps.line), v.check(makesCluster))),
    profile: v.optional(v.picklist(['real', 'classroom'])),
    seed: whole(0, 2 ** 32),
    log: v.pipe(
      atMost(caps.entries),
      v.array(entry),
      v.check((log) => isInOrder(log)),
    ),
    at: tick,
    applied: v.optional(whole(-caps.entries, caps.entries + 1)),
    files: v.optional(v.pipe(atMost(caps.files), v.array(v.tuple([text(caps.path), text(caps.stdin)])))),
    view: v.fallback(v.optional(viewSchema), undefined),
  }),
  v.transform((save) => defined(save)),
)

/** Throws a SaveError where `value` is not a save. */
export function readSave(value: unknown): Save {
  const version = typeof value === 'object' && value !== null && 'v' in value ? value.v : undefined
  if (typeof version === 'number' && Number.isInteger(version) && version > 1)
    throw new SaveError(refusals.newer(String(version)))
  const result = v.safeParse(schema, value, { abortEarly: true, abortPipeEarly: true })
  if (!result.success) throw new SaveError(refusals.malformed(v.getDotPath(result.issues[0]) ?? 'v'))
  const save = result.output
  if ((save.scenario === undefined) === (save.cluster === undefined))
    throw new SaveError(refusals.malformed(save.scenario === undefined ? 'scenario' : 'cluster'))
  return save
}

/** The text of a file. Throws a SaveError where it is not a save. */
export function readSaveText(json: string): Save {
  if (json.length > caps.inflated) throw new SaveError(refusals.tooLarge)
  return readSave(parsed(json, refusals.notJson))
}

export function parsed(json: string, refusal: SaveError['text']): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new SaveError(refusal)
  }
}

function entryOf(tick: number, line: string, stdin: string | undefined): Entry {
  return stdin === undefined ? { tick, line } : { tick, line, stdin }
}

function isInOrder(log: readonly Entry[]): boolean {
  return log.every(({ tick }, i) => i === 0 || tick >= (log[i - 1] as Entry).tick)
}

/** A value nested too deeply to be written is none. */
function isSmall(value: unknown): boolean {
  try {
    return JSON.stringify(value).length <= caps.guide
  } catch {
    return false
  }
}

function makesCluster(line: string): boolean {
  try {
    const [sim, cluster] = splitWords(line)
    return sim === 'sim' && cluster === 'cluster'
  } catch {
    return false
  }
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Without the keys that hold nothing. */
function defined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>
}
