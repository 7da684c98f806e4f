/** `kubectl cordon` */
import { dryRunFlag, printFlags, selectorFlag } from '../../flags/groups.ts'
import { nodesOf, setSchedulable } from '../../nodes.ts'
import type { Verb } from '../../verb.ts'

const cordon: Verb = {
  summary: 'Mark node as unschedulable',
  usage: 'cordon NODE [options]',
  flags: [...printFlags, dryRunFlag, selectorFlag],
  run(call) {
    return setSchedulable(call, nodesOf(call), false)
  },
}
export default cordon
