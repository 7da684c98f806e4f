/** `kubectl annotate` (k8s.io/kubectl/pkg/cmd/annotate, v1.36). */
import { CommandError } from '../../errors.ts'
import {
  allFlag,
  allNamespacesFlag,
  dryRunFlag,
  fieldManagerFlag,
  fieldSelectorFlag,
  fileFlags,
  localFlag,
  printFlags,
  recordFlag,
  selectorFlag,
} from '../../flags/groups.ts'
import { changeEach } from '../../mutate.ts'
import { pairsOf, withPairs } from '../../pairs.ts'
import { requestOf } from '../../resources/select.ts'
import type { Verb } from '../../verb.ts'

const annotate: Verb = {
  summary: 'Update the annotations on a resource',
  usage:
    'annotate [--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version] [options]',
  flags: [
    ...printFlags,
    ...fileFlags,
    allFlag,
    allNamespacesFlag,
    dryRunFlag,
    fieldManagerFlag('kubectl-annotate'),
    fieldSelectorFlag,
    localFlag,
    recordFlag,
    selectorFlag,
    { name: 'list', type: 'bool' },
    { name: 'overwrite', type: 'bool' },
    { name: 'resource-version', type: 'string' },
  ],
  run(call) {
    const pairs = pairsOf(call.args)
    const { flags } = call
    if (pairs.resources.length === 0 && flags.list('filename').length === 0) {
      throw new CommandError(
        'one or more resources must be specified as <resource> <name> or <resource>/<name>',
      )
    }
    if (pairs.wrong !== undefined) throw new CommandError(`unexpected argument: ${pairs.wrong}`)
    if (pairs.set.size + pairs.removed.length === 0)
      throw new CommandError('at least one annotation update is required')
    const request = requestOf(call, { args: pairs.resources })
    return changeEach(call, request, {
      edit(draft) {
        const before = draft.metadata.annotations ?? {}
        if (!flags.on('overwrite')) refuseChanges(before, pairs.set)
        return { ...draft, metadata: { ...draft.metadata, annotations: withPairs(before, pairs) } }
      },
      done: () => 'annotated',
    })
  },
}
export default annotate

function refuseChanges(annotations: Record<string, string>, set: ReadonlyMap<string, string>): void {
  const taken = [...set].filter(
    ([key, value]) => Object.hasOwn(annotations, key) && annotations[key] !== value,
  )
  if (taken.length === 0) return
  const list = taken.map(([key]) => `'${key}' already has a value (${annotations[key]})`).join('; ')
  throw new CommandError(`--overwrite is false but found the following declared annotation(s): ${list}`)
}
