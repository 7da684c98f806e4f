/**
 * The ways a sync can go: a rolling update, a recreation, or scaling what there is (rolling.go, recreate.go and sync.go
 * in pkg/controller/deployment, Kubernetes v1.36). Each takes at most one kind of step and then reports.
 */
import { Pods } from '../../api/kinds/pod/index.ts'
import { ReplicaSets } from '../../api/kinds/replicaSet/index.ts'
import { isPodTerminal } from '../../api/podReadiness.ts'
import { isStatus } from '../../api/status.ts'
import type { Deployment, ReplicaSet } from '../../api/types/index.ts'
import { hasSizeAnnotations } from './annotations.ts'
import type { Context } from './context.ts'
import { type History, surplusSets } from './history.ts'
import { syncedHistory } from './newSet.ts'
import { scalingMessage, withSize } from './plan.ts'
import { isComplete } from './progress.ts'
import { scalingStep } from './proportional.ts'
import { writeRolloutStatus, writeStatus } from './reporting.ts'
import { resizeNewSet, shrinkOldSets } from './rolling.ts'
import { activeSets, allSets, type Resize, sum } from './sizes.ts'

export function roll(context: Context, deployment: Deployment, sets: readonly ReplicaSet[]): void {
  const history = syncedHistory(context, deployment, sets, true) as Complete
  const { newSet, oldSets } = history
  const grown = resizeNewSet(deployment, newSet, oldSets)
  const steps = grown === undefined ? shrinkOldSets(deployment, newSet, oldSets) : [grown]
  resizeSets(context, deployment, steps)
  if (steps.length === 0 && isComplete(deployment, deployment.status)) cleanUp(context, deployment, oldSets)
  writeRolloutStatus(context, deployment, history)
}

export function recreate(context: Context, deployment: Deployment, sets: readonly ReplicaSet[]): void {
  const found = syncedHistory(context, deployment, sets, false)
  const downs = activeSets(found.oldSets).map((set) => ({ set, replicas: 0 }))
  resizeSets(context, deployment, downs)
  const mayStart = downs.length === 0 && !oldPodsRun(context, found)
  writeRolloutStatus(context, deployment, mayStart ? start(context, deployment, sets, found) : found)
}

/** Nothing old runs any more: the new set gets its full size. */
function start(
  context: Context,
  deployment: Deployment,
  sets: readonly ReplicaSet[],
  found: History,
): History {
  const history = found.newSet ? found : syncedHistory(context, deployment, sets, true)
  const { newSet, oldSets } = history as Complete
  const desired = deployment.spec.replicas
  if (newSet.spec.replicas !== desired) resizeSets(context, deployment, [{ set: newSet, replicas: desired }])
  if (isComplete(deployment, deployment.status)) cleanUp(context, deployment, oldSets)
  return history
}

/** Sets that exist share the size; none is made. */
export function scale(context: Context, deployment: Deployment, sets: readonly ReplicaSet[]): void {
  const history = syncedHistory(context, deployment, sets, false)
  resizeSets(context, deployment, scalingStep(deployment, history.newSet, history.oldSets))
  if (deployment.spec.paused === true) cleanUp(context, deployment, history.oldSets)
  writeStatus(context, deployment, history)
}

interface Complete extends History {
  readonly newSet: ReplicaSet
}

/**
 * Gives sets their sizes and the stamp of this Deployment. The status of the same sync still speaks of the sets as
 * they were read.
 */
function resizeSets({ client }: Context, deployment: Deployment, steps: readonly Resize[]): void {
  const resized = new Map<string, ReplicaSet>()
  for (const { set, replicas } of steps) {
    const { name } = set.metadata
    const present = resized.get(name) ?? set
    if (present.spec.replicas === replicas && hasSizeAnnotations(present, deployment)) continue
    resized.set(name, client.update(ReplicaSets, withSize(deployment, { set: present, replicas })))
    const message = scalingMessage(name, present.spec.replicas, replicas)
    if (message !== undefined)
      client.event(deployment, { type: 'Normal', reason: 'ScalingReplicaSet', message })
  }
}

/** Whether any pod of an old set is still there and not at its end. */
function oldPodsRun({ lister }: Context, { newSet, oldSets }: History): boolean {
  if (sum(oldSets, (set) => set.status.replicas) > 0) return true
  return allSets(undefined, oldSets).some((set) => {
    if (set.metadata.uid === newSet?.metadata.uid) return false
    return lister(Pods)
      .byIndex('controllerUid', set.metadata.uid)
      .some((pod) => !isPodTerminal(pod))
  })
}

/** Old sets beyond the history limit go. */
function cleanUp({ client }: Context, deployment: Deployment, oldSets: readonly ReplicaSet[]): void {
  for (const set of surplusSets(deployment, oldSets)) {
    try {
      client.delete(ReplicaSets, set)
    } catch (error) {
      if (!isStatus(error, 'NotFound')) throw error
    }
  }
}
