/** `kubectl rollout undo` (k8s.io/kubectl/pkg/polymorphichelpers/rollback.go, v1.36). */
import type { Draft } from '../../../../../api/kind.ts'
import type { Deployment, ReplicaSet } from '../../../../../api/types/index.ts'
import { equalValues } from '../../../../../core/frozen.ts'
import { podTemplateText } from '../../../../print/describe/index.ts'
import { dryRunOf } from '../../../dryRun.ts'
import { CommandError, throwCollected } from '../../../errors.ts'
import { dryRunFlag, fileFlags, printFlags, selectorFlag } from '../../../flags/groups.ts'
import { printDone } from '../../../mutate.ts'
import { type Found, findAll, requestOf } from '../../../resources/select.ts'
import { revisionAnnotation, revisionOf, revisionsOf, templateWithoutHash } from '../../../rollout/history.ts'
import type { Call, Verb } from '../../../verb.ts'

/** These stay the Deployment's own when it goes back. */
const keptAnnotations = [
  'kubectl.kubernetes.io/last-applied-configuration',
  revisionAnnotation,
  'deployment.kubernetes.io/revision-history',
  'deployment.kubernetes.io/desired-replicas',
  'deployment.kubernetes.io/max-replicas',
  'deprecated.deployment.rollback.to',
]

const undo: Verb = {
  summary: 'Undo a previous rollout',
  usage: 'rollout undo (TYPE NAME | TYPE/NAME) [flags] [options]',
  flags: [...printFlags, ...fileFlags, dryRunFlag, selectorFlag, { name: 'to-revision', type: 'int' }],
  run(call) {
    const nothing = () => new CommandError('required resource not specified')
    const { found, errors } = findAll(call, requestOf(call, { typeMeansAll: true, nothing }))
    throwCollected(errors)
    for (const one of found) undoOne(call, one)
    return undefined
  },
}
export default undo

function undoOne(call: Call, found: Found): void {
  const { kind } = found
  if (kind.kind !== 'Deployment')
    throw new CommandError(`no rollbacker has been implemented for ${JSON.stringify(kind.kind)}`)
  const deployment = found.object as Deployment
  const dryRun = dryRunOf(call)
  const wanted = call.flags.number('to-revision')
  const target = targetOf(deployment, revisionsOf(call.api, deployment), wanted)
  if (dryRun === 'client') {
    printDone(call, found, podTemplateText(target.spec.template), dryRun)
    return
  }
  if (deployment.spec.paused) {
    throw new CommandError(
      "you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again",
    )
  }
  const template = templateWithoutHash(target)
  if (equalValues(template, deployment.spec.template)) {
    const words = `skipped rollback (current template already matches revision ${wanted})`
    printDone(call, found, words, dryRun)
    return
  }
  const { namespace = '', name } = deployment.metadata
  const change = (draft: Draft) => ({
    ...draft,
    metadata: { ...draft.metadata, annotations: annotationsAfter(draft.metadata.annotations ?? {}, target) },
    spec: { ...draft.spec, template },
  })
  call.api.patch(kind, namespace, name, change, dryRun === 'server')
  printDone(call, found, 'rolled back', dryRun)
}

/** `wanted` 0: the revision before the newest. */
function targetOf(deployment: Deployment, sets: readonly ReplicaSet[], wanted: number): ReplicaSet {
  const target = wanted === 0 ? sets.at(-2) : sets.find((set) => revisionOf(set) === wanted)
  if (target !== undefined) return target
  throw new CommandError(
    wanted === 0
      ? `no rollout history found for deployment ${JSON.stringify(deployment.metadata.name)}`
      : `unable to find specified revision ${wanted} in history`,
  )
}

function annotationsAfter(own: Readonly<Record<string, string>>, target: ReplicaSet): Record<string, string> {
  const kept = Object.entries(own).filter(([key]) => keptAnnotations.includes(key))
  const theirs = Object.entries(target.metadata.annotations ?? {}).filter(
    ([key]) => !keptAnnotations.includes(key),
  )
  return Object.fromEntries([...kept, ...theirs])
}
