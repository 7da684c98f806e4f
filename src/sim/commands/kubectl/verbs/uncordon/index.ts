/** `kubectl uncordon` */
import { dryRunFlag, printFlags, selectorFlag } from '../../flags/groups.ts'
import { nodesOf, setSchedulable } from '../../nodes.ts'
import type { Verb } from '../../verb.ts'

const uncordon: Verb = {
  summary: 'Mark node as schedulable',
  usage: 'uncordon NODE [options]',
  flags: [...printFlags, dryRunFlag, selectorFlag],
  run(call) {
    return setSchedulable(call, nodesOf(call), true)
  },
}
export default uncordon
