/** All faults by the names of their folders, and the two things one can do with them. */
import type { Engine } from '../client/engine.ts'
import { becauseOf, type Fault, type FaultOptions } from './fault.ts'

const modules = import.meta.glob<{ default: Fault }>('./*/index.ts', { eager: true })

const faults: ReadonlyMap<string, Fault> = new Map(
  Object.keys(modules)
    .sort()
    .map((path) => [path.slice(2, -'/index.ts'.length), (modules[path] as { default: Fault }).default]),
)

export const faultNames: readonly string[] = [...faults.keys()]

/** `command`: the revision of the line that asks for it; without one the fault has a row of its own. */
export function beginFault(
  engine: Engine,
  name: string,
  target: string,
  options: FaultOptions = {},
  command?: number,
): void {
  faultNamed(name).begin(engine, target, becauseOf(engine, `${name} ${target}`, command), options)
}

export function endFault(engine: Engine, name: string, target: string, command?: number): void {
  faultNamed(name).end?.(engine, target, becauseOf(engine, `end ${name} ${target}`, command))
}

function faultNamed(name: string): Fault {
  const fault = faults.get(name)
  if (fault === undefined) throw new Error(`no fault ${name}`)
  return fault
}

export type { Fault, FaultOptions } from './fault.ts'
