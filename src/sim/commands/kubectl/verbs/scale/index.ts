/** `kubectl scale` (k8s.io/kubectl/pkg/cmd/scale, v1.36). */
import { StatusError } from '../../../../api/status.ts'
import { CommandError } from '../../errors.ts'
import { allFlag, dryRunFlag, fileFlags, printFlags, recordFlag, selectorFlag } from '../../flags/groups.ts'
import { changeEach } from '../../mutate.ts'
import { requestOf } from '../../resources/select.ts'
import type { Verb } from '../../verb.ts'

const scalable = new Set(['Deployment', 'ReplicaSet'])

const scale: Verb = {
  summary: 'Set a new size for a deployment, replica set, or replication controller',
  usage:
    'scale [--resource-version=version] [--current-replicas=count] --replicas=COUNT (-f FILENAME | TYPE NAME) [options]',
  flags: [
    ...printFlags,
    ...fileFlags,
    allFlag,
    dryRunFlag,
    recordFlag,
    selectorFlag,
    { name: 'current-replicas', type: 'int', default: '-1' },
    { name: 'replicas', type: 'int', required: true },
    { name: 'resource-version', type: 'string' },
    { name: 'timeout', type: 'duration' },
  ],
  run(call) {
    const replicas = call.flags.number('replicas')
    const expected = call.flags.number('current-replicas')
    if (replicas < 0) {
      throw new CommandError(
        'The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0',
      )
    }
    return changeEach(call, requestOf(call), {
      edit(draft, { kind }) {
        if (!scalable.has(kind.kind))
          throw new StatusError('NotFound', 'the server could not find the requested resource')
        if (expected >= 0 && draft.spec.replicas !== expected) {
          throw new CommandError(`Expected replicas to be ${expected}, was ${draft.spec.replicas}`)
        }
        return { ...draft, spec: { ...draft.spec, replicas } }
      },
      done: () => 'scaled',
    })
  },
}
export default scale
