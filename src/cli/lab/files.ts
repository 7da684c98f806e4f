/** What the lab reads and writes on the disk. */
import { closeSync, fstatSync, openSync, readFileSync, writeSync } from 'node:fs'
import { Trace } from '../../lab/trace.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import { usage } from './options.ts'

const largestScript = 16 * 1024 * 1024

/** The text of a script, or of standard input. Throws an Error with a plain message. */
export function readScript(file: string | undefined): string {
  if (file === undefined) throw new Error(`give a script, or - for standard input\n\n${usage}`)
  try {
    const size = file === '-' ? 0 : fstatOf(file)
    if (size > largestScript) throw new Error('it is larger than 16 MiB')
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw new Error(`cannot read ${file}: ${(error as Error).message}`)
  }
}

/** A file that a line names, as `kubectl apply -f` does. */
export function readManifest(path: string): string | undefined {
  try {
    return fstatOf(path) > largestScript ? undefined : readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

export interface TraceFile {
  readonly record: (world: Simulation) => void
  readonly close: () => void
}

export function openTrace(file: string): TraceFile {
  const handle = openSync(file, 'w')
  const trace = new Trace()
  return {
    record: (world) => {
      const lines = trace.take(world)
      if (lines.length > 0) writeSync(handle, `${lines.join('\n')}\n`)
    },
    close: () => closeSync(handle),
  }
}

function fstatOf(file: string): number {
  const handle = openSync(file, 'r')
  const { size } = fstatSync(handle)
  closeSync(handle)
  return size
}
