/** `kubectl cordon` */
import { dryRunFlag, printFlags, selectorFlag } from '../../flags/groups.ts'
import { nodesOf, setSchedulable } from '../../nodes.ts'
import type { Verb } from '../../verb.ts'

const cordon: Verb = {
  summary: 'Mark node as unschedulable',
  usage: 'cordon NODE [options]',
  flags: [...printFlags, dryRunFlag, selectorFlag],
  run(call) {
    setSchedulable(call, nodesOf(call), false)
    return undefined
  },
}
export default cordon
