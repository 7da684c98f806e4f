/** `kubectl top pod` */
import { allNamespacesFlag, fieldSelectorFlag, selectorFlag } from '../../../flags/groups.ts'
import { topFlags } from '../../../top/metricsApi.ts'
import { topPods } from '../../../top/pods.ts'
import type { Verb } from '../../../verb.ts'

const pod: Verb = {
  summary: 'Display resource (CPU/memory) usage of pods',
  usage: 'top pod [NAME | -l label] [options]',
  aliases: ['pods', 'po'],
  flags: [
    ...topFlags,
    allNamespacesFlag,
    fieldSelectorFlag,
    selectorFlag,
    { name: 'containers', type: 'bool' },
    { name: 'sum', type: 'bool' },
  ],
  run(call) {
    topPods(call)
    return undefined
  },
}
export default pod
