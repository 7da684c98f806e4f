/** `kubectl top node` */
import { selectorFlag } from '../../../flags/groups.ts'
import { topFlags } from '../../../top/metricsApi.ts'
import { topNodes } from '../../../top/nodes.ts'
import type { Verb } from '../../../verb.ts'

const node: Verb = {
  summary: 'Display resource (CPU/memory) usage of nodes',
  usage: 'top node [NAME | -l label] [options]',
  aliases: ['nodes', 'no'],
  flags: [...topFlags, selectorFlag, { name: 'show-capacity', type: 'bool' }],
  run(call) {
    topNodes(call)
    return undefined
  },
}
export default node
