/** One run of the lab: options, script, output. */
import { closeSync, fstatSync, openSync, readFileSync, writeSync } from 'node:fs'
import { runScriptLines } from '../../lab/runScript.ts'
import { Script } from '../../lab/script.ts'
import { Sitting } from '../../lab/sitting.ts'
import { Trace } from '../../lab/trace.ts'
import { worldHash } from '../../sim/world/hash.ts'
import { type LabOptions, parseOptions, usage } from './options.ts'
import { write } from './output.ts'

const largestScript = 16 * 1024 * 1024

/** Subcommands that are not scripts, one file each: `lab bench`. */
const modules = import.meta.glob<{ default: (args: readonly string[]) => number }>('./subcommands/*.ts', {
  eager: true,
})
const subcommands = new Map(
  Object.entries(modules).map(([path, module]) => [path.slice('./subcommands/'.length, -3), module.default]),
)

export function runLab(args: readonly string[]): number {
  if (args.includes('--help') || args.includes('-h')) {
    write(1, usage)
    return 0
  }
  const subcommand = subcommands.get(args[0] ?? '')
  if (subcommand !== undefined) return subcommand(args.slice(1))
  try {
    const options = parseOptions(args)
    return runFile(options, readScript(options.file))
  } catch (error) {
    write(2, `lab: ${(error as Error).message}\n`)
    return 2
  }
}

function runFile(options: LabOptions, text: string): number {
  const trace = options.trace === undefined ? undefined : openTrace(options.trace)
  const sitting = new Sitting({
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    keyframes: options.keyframes,
    readFile: readManifest,
    ...(trace === undefined ? {} : { onProgress: trace.record }),
  })
  const exit = runScriptLines(sitting, new Script(text), { keepGoing: options.keepGoing, write })
  if (options.until !== undefined) sitting.advanceTo(options.until)
  trace?.close()
  if (options.hash) write(1, `hash ${worldHash(sitting.world)}\n`)
  return exit
}

function readScript(file: string | undefined): string {
  if (file === undefined) throw new Error(`give a script, or - for standard input\n\n${usage}`)
  try {
    const size = file === '-' ? 0 : fstatOf(file)
    if (size > largestScript) throw new Error('it is larger than 16 MiB')
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw new Error(`cannot read ${file}: ${(error as Error).message}`)
  }
}

function fstatOf(file: string): number {
  const handle = openSync(file, 'r')
  const { size } = fstatSync(handle)
  closeSync(handle)
  return size
}

function readManifest(path: string): string | undefined {
  try {
    return fstatOf(path) > largestScript ? undefined : readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function openTrace(file: string) {
  const handle = openSync(file, 'w')
  const trace = new Trace()
  return {
    record: (world: Sitting['world']) => {
      const lines = trace.take(world)
      if (lines.length > 0) writeSync(handle, `${lines.join('\n')}\n`)
    },
    close: () => closeSync(handle),
  }
}
