/** What is too large for a simulated cluster is refused plainly, before anything is written. */
import type { Draft, Kind } from '../../api/kind.ts'
import { kindId } from '../../api/kinds/index.ts'
import type { ApiServer } from '../../apiserver/server.ts'
import { CommandError } from './errors.ts'

export const mostNodes = 10_000
export const mostReplicas = 200_000

/** A commands' blocking time when none is given, in seconds. */
export const longestWait = 1800

export function refuseBeyondCaps(
  server: ApiServer,
  kind: Kind,
  object: Draft,
  verb: 'create' | 'update',
): void {
  const replicas = object.spec?.replicas
  if (typeof replicas === 'number' && replicas > mostReplicas) {
    throw new CommandError(
      `the simulator runs at most ${mostReplicas} replicas of a workload, not ${replicas}`,
    )
  }
  if (
    kind.kind === 'Node' &&
    verb === 'create' &&
    server.state.registry.names(kindId(kind)).size >= mostNodes
  ) {
    throw new CommandError(`the simulator has at most ${mostNodes} nodes`)
  }
}
