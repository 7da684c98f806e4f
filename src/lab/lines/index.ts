/** Lab lines act on worlds, not in one: they make, leave, revisit and branch them. One file a line, named after it. */
import type { Execution } from '../../sim/commands/execution.ts'
import type { Sitting } from '../sitting.ts'

export interface LabLine {
  /** `args`: the words after `sim NAME`. */
  run(args: readonly string[], sitting: Sitting, line: string): Execution
}

const modules = import.meta.glob<{ default: LabLine }>(['./*.ts', '!./index.ts', '!./*.test.ts'], {
  eager: true,
})

export const labLines: ReadonlyMap<string, LabLine> = new Map(
  Object.keys(modules)
    .sort()
    .map((path) => [path.slice(2, -3), (modules[path] as { default: LabLine }).default]),
)
