/** A transcript of the real kubectl: commands, and what it printed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Node } from '../../../sim/api/types/index.ts'

export interface Printed {
  readonly cmd: string
  readonly exit: number
  readonly stdout: string
  readonly stderr: string
}

export interface Step extends Printed {
  /** Seconds since the recording began. */
  readonly t: number
  readonly tEnd: number
  readonly stdin?: string
  /** The command was stopped by hand after so long. */
  readonly interruptedAfterMs?: number
  /** Commands that ran while this one was under way. */
  readonly meanwhile?: readonly (Printed & { readonly t: number })[]
  /** The recorder did not wait for the cluster to come to rest. */
  readonly nosettle?: boolean
  readonly note?: string
  /** A remark, where there is no command. */
  readonly env?: string
}

export interface Transcript {
  readonly name: string
  readonly nodes: readonly Node[]
  readonly files?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
  /** What its metrics server measured, in words; empty: it had none. */
  readonly metrics: string
  /** Generated names and their stable ones, in the order of creation. */
  readonly names: Readonly<Record<string, string>>
}

/** Every transcript in a folder, by name. Steps that only remark on the surroundings are taken apart: they tell of metrics. */
export function readTranscripts(directory: string): readonly Transcript[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(directory, file), 'utf8')) as Transcript)
    .map((transcript) => ({
      ...transcript,
      metrics: metricsOf(transcript),
      steps: transcript.steps.filter(isCommand).map(whole),
    }))
}

function metricsOf({ steps }: Transcript): string {
  return steps.find(({ env }) => env?.includes('fake metrics'))?.env ?? ''
}

function isCommand({ cmd }: Step): boolean {
  return cmd !== undefined
}

/** Text that was taken out of a recording is empty. */
function whole(step: Step): Step {
  return { ...step, stdout: step.stdout ?? '', stderr: step.stderr ?? '' }
}
