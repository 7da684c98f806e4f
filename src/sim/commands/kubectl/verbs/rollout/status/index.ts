/** `kubectl rollout status` (k8s.io/kubectl/pkg/cmd/rollout/rollout_status.go, v1.36). */
import { CommandError, throwCollected } from '../../../errors.ts'
import { fileFlags, selectorFlag } from '../../../flags/groups.ts'
import { findAll, requestOf } from '../../../resources/select.ts'
import type { Verb } from '../../../verb.ts'
import { RolloutStatus } from './status.ts'

const status: Verb = {
  summary: 'Show the status of the rollout',
  usage: 'rollout status (TYPE NAME | TYPE/NAME) [flags] [options]',
  flags: [
    ...fileFlags,
    selectorFlag,
    { name: 'revision', type: 'int' },
    { name: 'timeout', type: 'duration' },
    { name: 'watch', short: 'w', type: 'bool', default: 'true' },
  ],
  run(call) {
    const nothing = () => new CommandError('required resource not specified')
    const { found, errors } = findAll(call, requestOf(call, { typeMeansAll: true, nothing }))
    throwCollected(errors)
    for (const { kind } of found) {
      if (kind.kind !== 'Deployment')
        throw new CommandError(`no status viewer has been implemented for ${kind.kind}`)
    }
    if (found.length === 0) call.output.printError('No resources found in the current namespace.\n')
    return new RolloutStatus(call, found)
  },
}
export default status
