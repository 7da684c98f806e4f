/** Writing what a Deployment reports, where it is news, and coming back in time to see that nothing moves. */
import { Deployments } from '../../api/kinds/deployment/index.ts'
import type { Deployment, DeploymentStatus } from '../../api/types/index.ts'
import { ticksOf, unixSeconds } from '../../core/clock.ts'
import { equalValues } from '../../core/frozen.ts'
import { findCondition, progressing, reasons, timeOf } from './conditions.ts'
import type { Context } from './context.ts'
import type { History } from './history.ts'
import { rolloutStatus, secondsUntilDeadline } from './progress.ts'
import { deploymentStatus } from './status.ts'

/** During a rollout: counts and progress. */
export function writeRolloutStatus(context: Context, deployment: Deployment, history: History): void {
  const now = unixSeconds(context.tick)
  const status = rolloutStatus(deployment, history.newSet, history.oldSets, now)
  if (writeIfNew(context, deployment, status)) return
  checkDeadline(context, deployment, status, now)
}

/** The deadline moves with every progress; one timer that is not later than it is enough, and sets the next. */
function checkDeadline(
  { memory, tick, enqueueAfter }: Context,
  deployment: Deployment,
  status: DeploymentStatus,
  now: number,
): void {
  const key = keyOf(deployment)
  const deadlineSeconds = deployment.spec.progressDeadlineSeconds
  const check = memory.checks.get(key)
  if (check !== undefined && check.at > tick && check.deadlineSeconds === deadlineSeconds) return
  // What has rolled out can't time out, however many of its pods are lost later: no look would find anything new. Kubernetes
  // looks again and again, and ten minutes after a zone is lost that is all that a large cluster's controller does.
  if (findCondition(deployment.status, progressing)?.reason === reasons.newSetAvailable) return
  const left = secondsUntilDeadline(deployment, status, now)
  if (left === undefined) return
  // Conditions have whole seconds, so a second is added to be past the deadline for certain.
  const wait = left === 0 ? 1 : ticksOf(left + 1)
  memory.checks.set(key, Object.freeze({ at: tick + wait, deadlineSeconds }))
  enqueueAfter(key, wait)
}

/** Otherwise: counts and availability only. */
export function writeStatus(context: Context, deployment: Deployment, { newSet, oldSets }: History): void {
  const now = timeOf(unixSeconds(context.tick))
  writeIfNew(context, deployment, deploymentStatus(deployment, newSet, oldSets, now))
}

export function keyOf({ metadata }: Deployment): string {
  return `${metadata.namespace}/${metadata.name}`
}

function writeIfNew({ client }: Context, deployment: Deployment, status: DeploymentStatus): boolean {
  if (equalValues(status, deployment.status)) return false
  client.updateStatus(Deployments, deployment, status)
  return true
}
