import { beginFault, endFault } from '../../../faults/index.ts'
import type { Session } from '../../execution.ts'
import { Arguments } from '../arguments.ts'
import { namedMachines } from './machines.ts'

export const modes = ['power', 'kubelet', 'network'] as const
export type Mode = (typeof modes)[number]

const told: Readonly<Record<Mode, string>> = {
  power: 'has lost its power',
  kubelet: 'has no kubelet any more',
  network: 'is cut off',
}

export function fail(args: readonly string[], session: Session): string {
  const given = new Arguments(args, ['--mode'])
  return failMachines(namedMachines(given, session), given.choice('--mode', modes, 'power'), session)
}

export function recover(args: readonly string[], session: Session): string {
  return recoverMachines(namedMachines(new Arguments(args, []), session), session)
}

export function pressure(args: readonly string[], session: Session): string {
  const given = new Arguments(args, ['--of'])
  const of = given.choice('--of', ['memory', 'disk', 'pid'], 'memory')
  const names = namedMachines(given, session)
  for (const name of names)
    beginFault(session.engine, 'node-pressure', name, { pressure: of }, session.cause.last)
  return names.map((name) => `node/${name} is short of ${of}\n`).join('')
}

export function failMachines(names: readonly string[], mode: Mode, { engine, cause }: Session): string {
  for (const name of names) beginFault(engine, `node-${mode}`, name, {}, cause.last)
  return names.map((name) => `node/${name} ${told[mode]}\n`).join('')
}

/** Whatever was wrong with them. A node whose object was deleted registers anew. */
export function recoverMachines(names: readonly string[], { engine, cause }: Session): string {
  for (const name of names) {
    for (const fault of ['node-network', 'node-pressure', 'node-kubelet', 'node-power']) {
      endFault(engine, fault, name, cause.last)
    }
  }
  return names.map((name) => `node/${name} recovered\n`).join('')
}
