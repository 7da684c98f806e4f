/** `kubectl rollout history` */
import type { Deployment, ReplicaSet } from '../../../../../api/types/index.ts'
import { podTemplateText } from '../../../../print/describe/index.ts'
import { TabWriter } from '../../../../print/tabWriter.ts'
import { CommandError, throwCollected } from '../../../errors.ts'
import { fileFlags, printFlags, selectorFlag } from '../../../flags/groups.ts'
import { printedName } from '../../../printers.ts'
import { type Found, findAll, requestOf } from '../../../resources/select.ts'
import { revisionOf, revisionsOf } from '../../../rollout/history.ts'
import type { Call, Verb } from '../../../verb.ts'

const changeCause = 'kubernetes.io/change-cause'

const history: Verb = {
  summary: 'View rollout history',
  usage: 'rollout history (TYPE NAME | TYPE/NAME) [flags] [options]',
  flags: [...printFlags, ...fileFlags, selectorFlag, { name: 'revision', type: 'int' }],
  run(call) {
    const nothing = () => new CommandError('required resource not specified')
    const { found, errors } = findAll(call, requestOf(call, { typeMeansAll: true, nothing }))
    throwCollected(errors)
    if (call.flags.number('revision') < 0) throw new CommandError('revision must be a positive integer: -1')
    for (const one of found) call.output.print(historyText(call, one))
    return undefined
  },
}
export default history

function historyText(call: Call, found: Found): string {
  if (found.kind.kind !== 'Deployment') {
    throw new CommandError(`no history viewer has been implemented for ${JSON.stringify(found.kind.kind)}`)
  }
  const sets = revisionsOf(call.api, found.object as Deployment)
  const revision = call.flags.number('revision')
  if (revision === 0) return `${printedName(found)} \n${table(sets)}\n`
  const set = sets.find((one) => revisionOf(one) === revision)
  if (set === undefined) throw new CommandError('unable to find the specified revision')
  return `${printedName(found)} with revision #${revision}\n${podTemplateText(withCause(set))}\n`
}

function table(sets: readonly ReplicaSet[]): string {
  if (sets.length === 0) return 'No rollout history found.'
  const writer = new TabWriter({ minWidth: 0, padding: 2 })
  writer.write('REVISION\tCHANGE-CAUSE\n')
  for (const set of sets) writer.write(`${revisionOf(set)}\t${causeOf(set) || '<none>'}\n`)
  return writer.take()
}

function causeOf(set: ReplicaSet): string {
  return set.metadata.annotations?.[changeCause] ?? ''
}

function withCause(set: ReplicaSet): ReplicaSet['spec']['template'] {
  const { template } = set.spec
  const cause = causeOf(set)
  if (cause === '') return template
  const annotations = { ...template.metadata?.annotations, [changeCause]: cause }
  return { ...template, metadata: { ...template.metadata, annotations } }
}
