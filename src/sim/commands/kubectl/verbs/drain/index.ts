/** `kubectl drain` (k8s.io/kubectl/pkg/cmd/drain and pkg/drain, v1.36). */

import { parseLabelSelector } from '../../../../api/labelSelector.ts'
import { dryRunOf } from '../../dryRun.ts'
import { CommandError } from '../../errors.ts'
import { dryRunFlag, printFlags, selectorFlag } from '../../flags/groups.ts'
import { nodesOf, setSchedulable } from '../../nodes.ts'
import type { Verb } from '../../verb.ts'
import { Drain } from './drain.ts'

const verb: Verb = {
  summary: 'Drain node in preparation for maintenance',
  usage: 'drain NODE [options]',
  flags: [
    ...printFlags,
    dryRunFlag,
    selectorFlag,
    { name: 'chunk-size', type: 'int', default: '500' },
    { name: 'delete-emptydir-data', type: 'bool' },
    {
      name: 'delete-local-data',
      type: 'bool',
      deprecated: 'This option is deprecated and will be deleted. Use --delete-emptydir-data.',
    },
    { name: 'disable-eviction', type: 'bool' },
    { name: 'force', type: 'bool' },
    { name: 'grace-period', type: 'int', default: '-1' },
    { name: 'ignore-daemonsets', type: 'bool' },
    { name: 'pod-selector', type: 'string' },
    { name: 'skip-wait-for-delete-timeout', type: 'int' },
    { name: 'timeout', type: 'duration' },
  ],
  run(call) {
    checkPodSelector(call.flags.text('pod-selector'))
    const nodes = nodesOf(call)
    return setSchedulable(call, nodes, false, () => new Drain(call, nodes, dryRunOf(call)))
  },
}
export default verb

function checkPodSelector(text: string): void {
  try {
    parseLabelSelector(text)
  } catch {
    throw new CommandError('--pod-selector=<pod_selector> must be a valid label selector')
  }
}
