/** Nodes named on a command line, and closing them for new pods. */

import type { Kind } from '../../api/kind.ts'
import { Nodes } from '../../api/kinds/node/index.ts'
import type { Node } from '../../api/types/index.ts'
import { dryRunOf } from './dryRun.ts'
import { CommandError, usageError } from './errors.ts'
import { InTurns } from './inTurns.ts'
import { printDone } from './mutate.ts'
import { filterOf } from './resources/filter.ts'
import type { Call, Waiting } from './verb.ts'

const kind = Nodes as unknown as Kind

/** Every one must exist. */
export function nodesOf(call: Call): readonly Node[] {
  const { args, command, flags, api } = call
  if (args.length === 0 && !flags.given('selector'))
    throw usageError(command, `USAGE: ${command} NODE [flags]`)
  if (args.length > 0 && flags.given('selector')) {
    throw usageError(command, 'error: cannot specify both a node name and a --selector option')
  }
  if (args.length === 0) return filterOf(flags).list(api, kind, undefined) as readonly Node[]
  return args.map((arg) => {
    const name = arg.replace(/^(?:node|nodes|no)\//, '')
    if (name.includes('/'))
      throw new CommandError(`expected resource of type node, got ${JSON.stringify(arg.split('/')[0])}`)
    return api.require(kind, '', name) as Node
  })
}

/** `kubectl cordon` and `uncordon`: says of each node what became of it. */
export function setSchedulable(
  call: Call,
  nodes: readonly Node[],
  schedulable: boolean,
  afterwards?: () => Waiting,
): Waiting {
  const dryRun = dryRunOf(call)
  const words = schedulable ? 'uncordoned' : 'cordoned'
  const turn = (node: Node) => {
    const already = (node.spec.unschedulable ?? false) !== schedulable
    if (already) printDone(call, { kind, object: node }, `already ${words}`, dryRun)
    else {
      if (dryRun !== 'client') cordon(call, node, schedulable, dryRun === 'server')
      printDone(call, { kind, object: node }, words, dryRun)
    }
  }
  return new InTurns(call, nodes, turn, afterwards)
}

function cordon(call: Call, node: Node, schedulable: boolean, dryRun: boolean): void {
  call.api.patch(
    kind,
    '',
    node.metadata.name,
    (draft) => {
      const { unschedulable: _, ...spec } = draft.spec
      return { ...draft, spec: schedulable ? spec : { ...spec, unschedulable: true } }
    },
    dryRun,
  )
}
