/** `kubectl wait` (k8s.io/kubectl/pkg/cmd/wait, v1.36). */
import { isStatus } from '../../../../api/status.ts'
import { CommandError, throwCollected } from '../../errors.ts'
import {
  allFlag,
  allNamespacesFlag,
  fieldSelectorFlag,
  fileFlags,
  localFlag,
  printFlags,
  selectorFlag,
} from '../../flags/groups.ts'
import { findAll, requestOf } from '../../resources/select.ts'
import type { Verb, Waiting } from '../../verb.ts'
import { parseGoal } from './goals.ts'
import { GoalWait } from './goalWait.ts'

const verb: Verb = {
  summary: 'Wait for a specific condition on one or many resources',
  usage:
    'wait ([-f FILENAME] | resource.group/resource.name | resource.group [(-l label | --all)]) [--for=create|--for=delete|--for condition=available|--for=jsonpath={}[=value]] [options]',
  flags: [
    ...printFlags,
    ...fileFlags,
    allFlag,
    allNamespacesFlag,
    fieldSelectorFlag,
    localFlag,
    selectorFlag,
    { name: 'for', type: 'array' },
    { name: 'timeout', type: 'duration', default: '30s' },
  ],
  run(call): Waiting | undefined {
    const goals = call.flags.list('for').map(parseGoal)
    if (goals.length === 0) throw new CommandError('unrecognized condition: []')
    const request = requestOf(call)
    const kinds = goals.map(({ kind }) => kind)
    if (kinds.includes('create')) return new GoalWait(call, request.named, goals)
    const { found, errors } = findAll(call, request)
    const isForDelete = kinds.includes('delete')
    throwCollected(errors.filter((error) => !isForDelete || !isStatus(error, 'NotFound')))
    if (found.length === 0 && !isForDelete) throw new CommandError('no matching resources found')
    return new GoalWait(
      call,
      found.map((one) => ({ ...one, uid: one.object.metadata.uid })),
      goals,
    )
  },
}
export default verb
