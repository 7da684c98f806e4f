/** One run of the lab: options, script, output. */
import { runScriptLines } from '../../lab/runScript.ts'
import { Script } from '../../lab/script.ts'
import { Sitting } from '../../lab/sitting.ts'
import { worldHash } from '../../sim/world/hash.ts'
import { openTrace, readManifest, readScript } from './files.ts'
import { Meter } from './meter.ts'
import { type LabOptions, parseOptions, sittingOptions, usage } from './options.ts'
import { write } from './output.ts'

type Subcommand = (args: readonly string[]) => number | Promise<number>

/** Subcommands that are not scripts, one file each: `lab bench`. */
const modules = import.meta.glob<{ default: Subcommand }>('./subcommands/*.ts', { eager: true })
const subcommands = new Map(
  Object.entries(modules).map(([path, module]) => [path.slice('./subcommands/'.length, -3), module.default]),
)

export async function runLab(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    write(1, usage)
    return 0
  }
  const subcommand = subcommands.get(args[0] ?? '')
  if (subcommand !== undefined) return await subcommand(args.slice(1))
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
  const meter = options.meter ? new Meter() : undefined
  const sitting = new Sitting({
    ...sittingOptions(options),
    readFile: readManifest,
    onProgress(world) {
      trace?.record(world)
      meter?.note(world)
    },
  })
  const exit = runScriptLines(sitting, new Script(text), {
    keepGoing: options.keepGoing,
    write,
    ended: (line) => meter !== undefined && write(2, meter.ended(line)),
  })
  if (options.until !== undefined) sitting.advanceTo(options.until)
  trace?.close()
  if (options.hash) write(1, `hash ${worldHash(sitting.world)}\n`)
  return exit
}
