import { Nodes } from '../../../api/kinds/node/index.ts'
import type { Session } from '../../execution.ts'
import { Arguments, UsageError } from '../arguments.ts'
import { namedMachines } from './machines.ts'

/** Takes machines away, and their Node objects with them, as a cloud does with instances that are gone. */
export function remove(args: readonly string[], session: Session): string {
  const { substrate, server, cloud } = session.engine
  const names = namedMachines(new Arguments(args, []), session)
  if (!server.running) throw new UsageError('the API server is stopped, and nobody could tell it')
  for (const name of names) {
    if (cloud?.poolOf(name) !== undefined) cloud.release([name], session.cause.last)
    else substrate.machines.remove(name, session.cause.last)
    if (server.stored(Nodes, '', name) === undefined) continue
    server.delete({ actor: 'cloud-node-lifecycle-controller', cause: session.cause }, Nodes, '', name)
  }
  return names.map((name) => `node/${name} removed\n`).join('')
}
