/** Holds the simulator's kubectl against recordings of the real one: same commands, same text. */
import type { Output } from '../vectors.ts'
import { difference } from './difference.ts'
import { EngineNames, recordedNames } from './generatedNames.ts'
import { AbsentObjects, whyNotCounted } from './modelled.ts'
import { normalize } from './normalize.ts'
import { readTranscripts, type Step, type Transcript } from './recording.ts'
import { type Result, runShell } from './shell.ts'
import { Stage } from './stage.ts'

/** Prints "NAME: equal/counted" for each transcript, and what differs or is left out to `err`. */
export function runTranscripts(directory: string, output: Output): number {
  const results = readTranscripts(directory).map((transcript) => {
    const { equal, counted } = runTranscript(transcript, output)
    output.out(`${transcript.name}: ${equal}/${counted}`)
    return equal === counted
  })
  return results.every(Boolean) ? 0 : 1
}

export function runTranscript(
  transcript: Transcript,
  output: Pick<Output, 'err'>,
): { equal: number; counted: number } {
  const stage = new Stage(transcript)
  const absent = new AbsentObjects()
  const theirNames = recordedNames(transcript.names)
  const ourNames = new EngineNames()
  let equal = 0
  let counted = 0
  for (const step of transcript.steps) {
    stage.advanceTo(stage.tickAt(step.t))
    const ours = runStep(stage, step)
    ourNames.learn(stage.world)
    absent.note(step, ours)
    const why = whyNotCounted(step, ours, absent)
    if (why !== undefined) {
      output.err(`${transcript.name} [${step.cmd}] not counted: ${why}`)
      continue
    }
    counted++
    const isWatch = step.interruptedAfterMs !== undefined
    const differs = (['stdout', 'stderr'] as const).flatMap((stream) =>
      difference(
        normalize(step[stream], theirNames, isWatch),
        normalize(ours[stream], ourNames.names, isWatch),
      ),
    )
    if (step.exit !== ours.exit) differs.push(`- exit ${step.exit}`, `+ exit ${ours.exit}`)
    if (differs.length === 0) equal++
    else output.err(`${transcript.name} [${step.cmd}] at ${step.t} s differs\n${differs.join('\n')}`)
  }
  return { equal, counted }
}

/** Runs a step, and what ran beside it, and lets the cluster come to rest as the recorder did. */
function runStep(stage: Stage, step: Step): Result {
  const beside = [...(step.meanwhile ?? [])]
  const start = stage.tick
  const { head } = stage.world.engine.state.registry
  const result = runShell(stage, step.cmd, {
    stdin: step.stdin,
    ...(step.interruptedAfterMs === undefined
      ? {}
      : { until: start + Math.round(step.interruptedAfterMs / 100) }),
    meanwhile() {
      const [next] = beside
      if (next === undefined || stage.tick < stage.tickAt(next.t)) return
      beside.shift()
      runShell(stage, next.cmd)
    },
  })
  if (stage.world.engine.state.registry.head === head || step.interruptedAfterMs !== undefined) return result
  if (step.nosettle) stage.hurry()
  else stage.settle()
  return result
}
