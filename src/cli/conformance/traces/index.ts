/** Plays recordings of a real control plane again, and counts which of their facts hold. */
import { readdirSync } from 'node:fs'
import type { Output } from '../vectors.ts'
import type { Aspect, Fact } from './fact.ts'
import { modelledPart } from './modelled.ts'
import { type Recording, readRecording } from './recording.ts'
import { type Replay, replay } from './replay.ts'

export interface TraceOptions {
  /** Recordings of which nothing is modelled do not fail the run. */
  readonly allowUnknown: boolean
}

const aspects: readonly Aspect[] = Object.values(
  import.meta.glob<{ default: Aspect }>('./facts/*.ts', { eager: true }),
).map((module) => module.default)

/** Prints a line for each recording, facts that do not hold to `err`; answers with the exit code. */
export function runTraces(directory: string, options: TraceOptions, output: Output): number {
  const results = recordingNames(directory).map((name) =>
    runRecording(name, readRecording(directory, name), output),
  )
  const isBad = (result: Result) =>
    result === 'failed' || (result === 'not modelled' && !options.allowUnknown)
  return results.some(isBad) ? 1 : 0
}

type Result = 'held' | 'failed' | 'not modelled'

function runRecording(name: string, recording: Recording, output: Output): Result {
  const part = modelledPart(recording)
  if (part === undefined) {
    output.out(`${name}: 0/${recording.timeline.length} not modelled`)
    return 'not modelled'
  }
  const facts = factsOf(part)
  const failing = facts.filter(({ difference }) => difference !== undefined)
  output.out(`${name}: ${facts.length - failing.length}/${facts.length}`)
  for (const fact of failing) output.err(`${name} [${fact.name}] ${fact.difference}`)
  return failing.length === 0 ? 'held' : 'failed'
}

/** A replay that ends in an exception is a fact that does not hold. */
function factsOf(recording: Recording): readonly Fact[] {
  try {
    const replayed = asWatched(replay(recording), recording)
    const answers = recording.actions.map(({ exit, code, out = '', err = '', message = '' }) => ({
      exit: Number(exit ?? code ?? 0),
      out: out.trim(),
      err: (err || message).trim(),
    }))
    const events = recording.timeline.some(({ kind }) => kind === 'Pod') ? recording.events : []
    const recorded = { timeline: recording.timeline, events, answers }
    return aspects.flatMap((aspect) => aspect(recorded, replayed, recording))
  } catch (error) {
    return [{ name: 'replay', difference: (error as Error).stack ?? String(error) }]
  }
}

/** Of the large recordings only the workloads were kept, and of their events the first ones. */
function asWatched(replayed: Replay, { timeline }: Recording): Replay {
  const watched = new Set(timeline.map(({ kind }) => kind))
  if (watched.has('Pod')) return replayed
  return { ...replayed, timeline: replayed.timeline.filter(({ kind }) => watched.has(kind)), events: [] }
}

function recordingNames(directory: string): readonly string[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort()
}
