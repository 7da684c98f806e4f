/** `kubectl uncordon` */
import { dryRunFlag, printFlags, selectorFlag } from '../../flags/groups.ts'
import { nodesOf, setSchedulable } from '../../nodes.ts'
import type { Verb } from '../../verb.ts'

const uncordon: Verb = {
  summary: 'Mark node as schedulable',
  usage: 'uncordon NODE [options]',
  flags: [...printFlags, dryRunFlag, selectorFlag],
  run(call) {
    setSchedulable(call, nodesOf(call), true)
    return undefined
  },
}
export default uncordon
