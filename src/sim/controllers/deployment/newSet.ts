/**
 * The ReplicaSet that holds a Deployment's present template: found and brought up to date, or made
 * (getNewReplicaSet in pkg/controller/deployment/sync.go, Kubernetes v1.36).
 */
import { Deployments } from '../../api/kinds/deployment/index.ts'
import { ReplicaSets } from '../../api/kinds/replicaSet/index.ts'
import { isStatus, StatusError } from '../../api/status.ts'
import { podTemplateHashLabel, templateHash } from '../../api/templateHash.ts'
import type { Deployment, Labels, ReplicaSet, WorkloadCondition } from '../../api/types/index.ts'
import { controllerReference } from '../../client/ownership.ts'
import { timeText, unixSeconds } from '../../core/clock.ts'
import { deepFreeze } from '../../core/frozen.ts'
import { createdSetAnnotations, maxRevision, newSetAnnotations, revisionAnnotation } from './annotations.ts'
import { reasons, withCondition } from './conditions.ts'
import type { Context } from './context.ts'
import { type History, historyOf, sameTemplate } from './history.ts'
import { createdCondition, createFailedCondition, foundCondition } from './milestones.ts'
import { newSetSize } from './rolling.ts'
import { totalReplicas } from './sizes.ts'

/** A DNS subdomain has at most as many characters. */
const longestName = 253

/** The sets of the Deployment, the new one up to date with it. With `create`, the new one exists afterwards. */
export function syncedHistory(
  context: Context,
  deployment: Deployment,
  sets: readonly ReplicaSet[],
  create: boolean,
): History {
  const { newSet, oldSets } = historyOf(deployment, sets)
  const revision = maxRevision(oldSets) + 1
  if (newSet !== undefined) return { newSet: upToDate(context, deployment, newSet, revision), oldSets }
  if (!create) return { newSet, oldSets }
  return { newSet: createNewSet(context, deployment, oldSets, revision), oldSets }
}

function upToDate(context: Context, deployment: Deployment, set: ReplicaSet, revision: number): ReplicaSet {
  const annotations = newSetAnnotations(deployment, set, revision)
  const { minReadySeconds } = deployment.spec
  if (
    annotations !== set.metadata.annotations ||
    (set.spec.minReadySeconds ?? 0) !== (minReadySeconds ?? 0)
  ) {
    const { minReadySeconds: _old, ...spec } = set.spec
    return context.client.update(ReplicaSets, {
      ...set,
      metadata: { ...set.metadata, ...(annotations && { annotations }) },
      spec: { ...spec, ...(minReadySeconds !== undefined && { minReadySeconds }) },
    })
  }
  const found = foundCondition(deployment, set.metadata.name, unixSeconds(context.tick))
  recordMilestone(context, deployment, set.metadata.annotations?.[revisionAnnotation], found)
  return set
}

function createNewSet(
  context: Context,
  deployment: Deployment,
  oldSets: readonly ReplicaSet[],
  revision: number,
): ReplicaSet {
  const { client, tick } = context
  const wanted = setOf(context, deployment, oldSets, revision)
  const { name } = wanted.metadata
  const existing = client.get(ReplicaSets, wanted.metadata.namespace ?? '', name)
  if (existing !== undefined && !isOurs(existing, deployment)) throw nameTaken(context, deployment, name)
  const created = existing ?? attempt(context, deployment, wanted)
  if (existing === undefined && wanted.spec.replicas > 0) {
    client.event(deployment, {
      type: 'Normal',
      reason: 'ScalingReplicaSet',
      message: `Scaled up replica set ${name} from 0 to ${wanted.spec.replicas}`,
    })
  }
  const milestone = existing === undefined ? createdCondition(deployment, name, unixSeconds(tick)) : undefined
  recordMilestone(context, deployment, String(revision), milestone)
  return created
}

function setOf(
  { engine, tick }: Context,
  deployment: Deployment,
  oldSets: readonly ReplicaSet[],
  revision: number,
): ReplicaSet {
  const { metadata, spec, status } = deployment
  const hash = templateHash(spec.template, status.collisionCount)
  const withHash = (labels: Labels | undefined): Labels => ({ ...labels, [podTemplateHashLabel]: hash })
  const labels = withHash(spec.template.metadata?.labels)
  const name = `${metadata.name}-${hash}`
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name,
      ...(metadata.namespace !== undefined && { namespace: metadata.namespace }),
      uid: engine.state.previewBirth(parentOf(deployment, name)).uid,
      resourceVersion: '',
      creationTimestamp: timeText(tick),
      generation: 1,
      labels,
      annotations: createdSetAnnotations(deployment, revision),
      ownerReferences: [controllerReference(deployment)],
    },
    spec: {
      replicas: newSetSize(deployment, 0, totalReplicas(oldSets)),
      ...(spec.minReadySeconds !== undefined && { minReadySeconds: spec.minReadySeconds }),
      selector: { ...spec.selector, matchLabels: withHash(spec.selector.matchLabels) },
      template: { ...spec.template, metadata: { ...spec.template.metadata, labels } },
    },
    status: { replicas: 0 },
  }
}

/** The set is there, but this controller's cache doesn't show it yet. */
function isOurs(set: ReplicaSet, deployment: Deployment): boolean {
  const owner = set.metadata.ownerReferences?.find((one) => one.controller === true)
  return owner?.uid === deployment.metadata.uid && sameTemplate(set.spec.template, deployment.spec.template)
}

/** Another set has the name: the next hash will be another one. */
function nameTaken({ client }: Context, deployment: Deployment, name: string): StatusError {
  const collisionCount = (deployment.status.collisionCount ?? 0) + 1
  client.updateStatus(Deployments, deployment, { ...deployment.status, collisionCount })
  return new StatusError('AlreadyExists', `replicasets.apps "${name}" already exists`)
}

function attempt(context: Context, deployment: Deployment, wanted: ReplicaSet): ReplicaSet {
  const { client, tick } = context
  try {
    return createSet(context, deployment, wanted)
  } catch (error) {
    if (!(error instanceof StatusError)) throw error
    if (isStatus(error, 'Forbidden') && error.message.endsWith('because it is being terminated')) throw error
    const { name } = wanted.metadata
    const failed = createFailedCondition(deployment, name, error.message, unixSeconds(tick))
    recordMilestone(context, deployment, undefined, failed)
    const message = `Failed to create new replica set "${name}": ${error.message}`
    client.event(deployment, { type: 'Warning', reason: reasons.createFailed, message })
    throw error
  }
}

/**
 * The set shares the Deployment's template, which was defaulted and validated when it came in: only a name that has
 * grown too long with the hash is left to be refused.
 */
function createSet({ client, engine }: Context, deployment: Deployment, wanted: ReplicaSet): ReplicaSet {
  const parent = parentOf(deployment, wanted.metadata.name)
  if (wanted.metadata.name.length > longestName) return client.create(ReplicaSets, wanted, { parent })
  const created = client.createTrusted(ReplicaSets, deepFreeze(wanted))
  engine.state.countBirth(parent)
  return created
}

/** Whose birth the set is: another one of its name, later, has another uid. */
function parentOf({ metadata }: Deployment, name: string): string {
  return `${metadata.uid}/${name}`
}

/** Writes the revision and the condition of a turning point at once, where they say something new. */
function recordMilestone(
  { client }: Context,
  deployment: Deployment,
  revision: string | undefined,
  condition: WorkloadCondition | undefined,
): void {
  const { annotations } = deployment.metadata
  const isNewRevision = revision !== undefined && annotations?.[revisionAnnotation] !== revision
  if (!isNewRevision && condition === undefined) return
  const before = deployment.status.conditions ?? []
  const status = condition
    ? { ...deployment.status, conditions: withCondition(before, condition) }
    : deployment.status
  const stamped = isNewRevision ? { ...annotations, [revisionAnnotation]: revision } : undefined
  client.updateStatus(Deployments, deployment, status, stamped)
}
