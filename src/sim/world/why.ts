/**
 * `sim why`: the chain of causes from an object back to the line that began it; for a pod the scheduler's matrix, for
 * autoscalers, nodes and pools the numbers of the last decision.
 */

import type { Kind } from '../api/kind.ts'
import { objectName } from '../api/kind.ts'
import { kindForResource, kinds } from '../api/kinds/index.ts'
import { decisionLines } from '../controllers/horizontalpodautoscaler/words.ts'
import type { LedgerRow } from '../core/ledger.ts'
import { scalingDecisions } from './autoscaling.ts'
import { whyNode, whyPool } from './poolScaling.ts'
import type { Simulation } from './simulation.ts'

/** Undefined where there is no such object. */
export function explain(
  world: Simulation,
  resource: string,
  namespace: string,
  name: string,
): readonly string[] | undefined {
  if (resource === 'pool') return whyPool(world, name)
  const kind = kindForResource(resource)
  if (kind === undefined) return undefined
  const { server, state } = world.engine
  const slot = server.slot(kind, namespace, name)
  if (slot === 0) return undefined
  const born = firstWrite(world, slot)
  const chain = state.ledger.chain(born).map((row) => describeRow(world, row))
  const lines = [`${objectName(kind, name)} exists because:`, ...chain.map((text) => `  ${text}`)]
  const own = ownReasons(world, kind.kind, namespace, name)
  return own.length === 0 ? lines : [...lines, '', ...own]
}

/** What the component that decides about this kind has to say. */
function ownReasons(world: Simulation, kind: string, namespace: string, name: string): readonly string[] {
  if (kind === 'Pod') return world.components.scheduler.why(namespace, name) ?? []
  if (kind === 'Node') return whyNode(world, name)
  if (kind !== 'HorizontalPodAutoscaler') return []
  const newest = scalingDecisions(world, namespace, name).at(-1)
  return newest === undefined ? ['it has decided nothing yet'] : decisionLines(newest)
}

function firstWrite(world: Simulation, slot: number): number {
  const { registry, ledger } = world.engine.state
  let revision = registry.lastRevision(slot)
  while (ledger.previousOf(revision) !== 0) revision = ledger.previousOf(revision)
  return revision
}

/** "12.3s  replicaset-controller created pod/web-abc" */
function describeRow(world: Simulation, row: LedgerRow): string {
  const { ledger } = world.engine.state
  const time = `${(row.tick / 10).toFixed(1)}s`.padEnd(9)
  const line = ledger.lineOf(row.revision)
  const more =
    row.cause.count > 1
      ? ` (and ${row.cause.count - 1} more ${row.cause.count === 2 ? 'trigger' : 'triggers'})`
      : ''
  if (line !== undefined) return `${time} you: ${line}`
  return `${time} ${row.actor} ${verbText[row.verb] ?? row.verb} ${subjectOf(world, row)}${more}`
}

const verbText: Readonly<Record<string, string>> = {
  create: 'created',
  update: 'changed',
  status: 'reported on',
  delete: 'deleted',
  event: 'noted an event',
}

function subjectOf(world: Simulation, row: LedgerRow): string {
  const { registry } = world.engine.state
  if (row.slot === 0) return ''
  const kind = kinds[registry.shelfOf(row.slot)] as Kind
  return objectName(kind, registry.identity(row.slot)?.name ?? '(gone)')
}
