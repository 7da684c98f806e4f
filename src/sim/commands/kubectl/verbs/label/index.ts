/** `kubectl label` (k8s.io/kubectl/pkg/cmd/label, v1.36). */
import { labelValueErrors } from '../../../../api/names.ts'
import { equalValues } from '../../../../core/frozen.ts'
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
import { type Change, changeEach } from '../../mutate.ts'
import { pairsOf, withPairs } from '../../pairs.ts'
import { requestOf } from '../../resources/select.ts'
import type { Verb } from '../../verb.ts'

const label: Verb = {
  summary: 'Update the labels on a resource',
  usage:
    'label [--overwrite] (-f FILENAME | TYPE NAME) KEY_1=VAL_1 ... KEY_N=VAL_N [--resource-version=version] [options]',
  flags: [
    ...printFlags,
    ...fileFlags,
    allFlag,
    allNamespacesFlag,
    dryRunFlag,
    fieldManagerFlag('kubectl-label'),
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
    const { flags, output } = call
    if (pairs.resources.length === 0 && flags.list('filename').length === 0) {
      throw new CommandError(
        'one or more resources must be specified as <resource> <name> or <resource>/<name>',
      )
    }
    if (pairs.wrong !== undefined) throw new CommandError(`unexpected argument: ${pairs.wrong}`)
    if (pairs.set.size + pairs.removed.length === 0 && !flags.on('list')) {
      throw new CommandError('at least one label update is required')
    }
    for (const [key, value] of pairs.set) {
      const [complaint] = labelValueErrors(value)
      if (complaint !== undefined)
        throw new CommandError(`invalid label value: ${JSON.stringify(`${key}=${value}`)}: ${complaint}`)
    }
    const request = requestOf(call, { args: pairs.resources })
    const overwrite = flags.on('overwrite')
    const change: Change = {
      edit(draft) {
        const before = draft.metadata.labels ?? {}
        if (!overwrite) for (const [key, value] of pairs.set) refuseChange(before, key, value)
        for (const key of pairs.removed)
          if (!(key in before)) output.print(`label ${JSON.stringify(key)} not found.\n`)
        return { ...draft, metadata: { ...draft.metadata, labels: withPairs(before, pairs) } }
      },
      done(before, after) {
        const [old = {}, now = {}] = [before.metadata.labels, after.metadata.labels]
        if (equalValues(old, now)) return 'not labeled'
        return !overwrite && Object.keys(now).length < Object.keys(old).length ? 'unlabeled' : 'labeled'
      },
    }
    return changeEach(call, request, change, (found) => {
      if (!flags.on('list')) return
      for (const one of found) output.print(listText(one.object.metadata.labels))
    })
  },
}
export default label

function refuseChange(labels: Record<string, string>, key: string, value: string): void {
  const present = Object.hasOwn(labels, key) ? labels[key] : undefined
  if (present === undefined || present === value) return
  throw new CommandError(`'${key}' already has a value (${present}), and --overwrite is false`)
}

function listText(labels: Readonly<Record<string, string>> | undefined): string {
  return Object.entries(labels ?? {})
    .map(([key, value]) => `${key}=${value}\n`)
    .sort()
    .join('')
}
