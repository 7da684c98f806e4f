/**
 * Rolls a Deployment's template out over ReplicaSets. Models pkg/controller/deployment of Kubernetes v1.36; where it
 * deviates is listed in fidelity.ts.
 *
 * A sync that has written the Deployment and then reports on the version it read is refused with 409, and comes back
 * with the newer one: as in a real cluster, that is how each turn of a rollout begins.
 */
import { Deployments } from '../../api/kinds/deployment/index.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { ReplicaSets } from '../../api/kinds/replicaSet/index.ts'
import { matchesLabelSelector } from '../../api/labelSelector.ts'
import type { Deployment, LabelSelector, ReplicaSet } from '../../api/types/index.ts'
import { type Controller, itself } from '../../client/controller.ts'
import { claimObjects } from '../../client/ownership.ts'
import { unixSeconds } from '../../core/clock.ts'
import { changed } from '../../core/ledger.ts'
import { withCondition } from './conditions.ts'
import type { Context, Memory } from './context.ts'
import { historyOf } from './history.ts'
import { pauseCondition } from './milestones.ts'
import { syncedHistory } from './newSet.ts'
import { courseOf } from './plan.ts'
import { writeStatus } from './reporting.ts'
import { recreate, roll, scale } from './strategies.ts'
import { podChanged, replicaSetChanged } from './watches.ts'

export const deploymentController: Controller<Memory> = {
  name: 'deployment-controller',
  watches: [
    { resource: Deployments, enqueue: itself },
    { resource: ReplicaSets, enqueue: replicaSetChanged },
    { resource: Pods, parts: changed.existence, enqueue: podChanged },
  ],
  memory: () => ({ checks: new Map() }),

  reconcile(context, key) {
    const deployment = context.lister(Deployments).byKey(key)
    if (deployment === undefined) {
      context.memory.checks.delete(key)
      return
    }
    if (selectsEverything(deployment.spec.selector)) return refuse(context, deployment)
    const sets = setsOf(context, deployment)
    if (deployment.metadata.deletionTimestamp !== undefined) {
      return writeStatus(context, deployment, syncedHistory(context, deployment, sets, false))
    }
    const noted = notePause(context, deployment)
    const { newSet, oldSets } = historyOf(noted, sets)
    const course = courseOf(noted, newSet, oldSets)
    if (course === 'scale') scale(context, noted, sets)
    else if (course === 'recreate') recreate(context, noted, sets)
    else roll(context, noted, sets)
  },
}

function setsOf({ client, lister }: Context, deployment: Deployment): readonly ReplicaSet[] {
  const { uid, namespace = '' } = deployment.metadata
  const own = lister(ReplicaSets).byIndex('controllerUid', uid)
  const orphans = lister(ReplicaSets).byIndex('orphan', namespace)
  const matches = (set: ReplicaSet) =>
    matchesLabelSelector(deployment.spec.selector, set.metadata.labels ?? {})
  const claim = { client, owner: deployment, ownerKind: Deployments, kind: ReplicaSets, matches }
  return claimObjects(claim, [...own, ...orphans])
}

/**
 * A pause is not a lack of progress: the condition says so before anything else happens. The sync goes on with the
 * version that it read, so its next status write is refused: a set made right after a resume is found by the next
 * sync, and no condition tells of its creation.
 */
function notePause({ client, tick }: Context, deployment: Deployment): Deployment {
  const condition = pauseCondition(deployment, unixSeconds(tick))
  if (condition === undefined) return deployment
  const conditions = withCondition(deployment.status.conditions ?? [], condition)
  const status = { ...deployment.status, conditions }
  client.updateStatus(Deployments, deployment, status)
  return { ...deployment, status }
}

function selectsEverything({ matchLabels, matchExpressions }: LabelSelector): boolean {
  return Object.keys(matchLabels ?? {}).length === 0 && (matchExpressions ?? []).length === 0
}

function refuse({ client }: Context, deployment: Deployment): void {
  const message = 'This deployment is selecting all pods. A non-empty selector is required.'
  client.event(deployment, { type: 'Warning', reason: 'SelectingAll', message })
  const { generation = 0 } = deployment.metadata
  if ((deployment.status.observedGeneration ?? 0) >= generation) return
  client.updateStatus(Deployments, deployment, { ...deployment.status, observedGeneration: generation })
}
