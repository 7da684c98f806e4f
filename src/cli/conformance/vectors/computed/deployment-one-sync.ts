import { parseIntOrString } from '../../../../sim/api/intOrString.ts'
import type { Deployment, ReplicaSet, WorkloadCondition } from '../../../../sim/api/types/index.ts'
import {
  createdSetAnnotations,
  desiredReplicasAnnotation,
  maxReplicasAnnotation,
  maxRevision,
  revisionAnnotation,
} from '../../../../sim/controllers/deployment/annotations.ts'
import { withCondition } from '../../../../sim/controllers/deployment/conditions.ts'
import { historyOf } from '../../../../sim/controllers/deployment/history.ts'
import {
  createdCondition,
  foundCondition,
  pauseCondition,
} from '../../../../sim/controllers/deployment/milestones.ts'
import { courseOf, scalingMessage, withSize } from '../../../../sim/controllers/deployment/plan.ts'
import { rolloutStatus } from '../../../../sim/controllers/deployment/progress.ts'
import { scalingStep } from '../../../../sim/controllers/deployment/proportional.ts'
import { newSetSize, rollingStep } from '../../../../sim/controllers/deployment/rolling.ts'
import { type Resize, totalReplicas } from '../../../../sim/controllers/deployment/sizes.ts'
import { deploymentStatus } from '../../../../sim/controllers/deployment/status.ts'
import { compare } from '../../difference.ts'
import { deploymentOf, now, replicaSetOf, timeAgo } from '../../shapes.ts'
import type { Verdict } from '../../vectors.ts'

interface SetRow {
  readonly image: string
  readonly spec: number
  readonly statusReplicas: number
  readonly ready: number
  readonly available: number
  readonly desiredAnn: string
  readonly maxAnn: string
  readonly revision?: string
}

interface Case {
  readonly deployment: {
    readonly image: string
    readonly maxSurge: string
    readonly maxUnavailable: string
    readonly paused: boolean
    readonly replicas: number
  }
  readonly replicaSets: readonly SetRow[]
  readonly after: readonly SetRow[]
  readonly events: readonly string[] | null
  readonly status: Readonly<Record<string, unknown>>
}

const newName = 'web-new'

/** One sync of the controller over sets that stand still, its writes collected instead of sent. */
export default function run(testCase: Case): Verdict {
  const given = testCase.replicaSets.map(setOf)
  const deployment = deploymentWith(testCase)
  const sync = new Sync(deployment, given)
  sync.run()
  return compare(sync.result(), {
    after: testCase.after,
    events: (testCase.events ?? []).map((event) => withNewName(event, given)),
    status: testCase.status,
  })
}

class Sync {
  private deployment: Deployment
  private readonly sets: ReplicaSet[]
  private readonly events: string[] = []
  private conditions: readonly WorkloadCondition[] = []

  constructor(deployment: Deployment, sets: readonly ReplicaSet[]) {
    this.deployment = deployment
    this.sets = [...sets]
  }

  run(): void {
    const { newSet, oldSets } = historyOf(this.deployment, this.sets)
    this.record(pauseCondition(this.deployment, now))
    if (newSet) this.record(foundCondition(this.deployment, newSet.metadata.name, now))
    if (courseOf(this.deployment, newSet, oldSets) === 'scale') {
      this.resize(scalingStep(this.deployment, newSet, oldSets))
      this.status = deploymentStatus(this.deployment, newSet, oldSets, timeAgo(0) as string)
      return
    }
    const current = newSet ?? this.create(oldSets)
    this.resize(rollingStep(this.deployment, current, oldSets))
    this.status = rolloutStatus(this.deployment, current, oldSets, now)
  }

  private status: Deployment['status'] = {}

  private create(oldSets: readonly ReplicaSet[]): ReplicaSet {
    const replicas = newSetSize(this.deployment, 0, totalReplicas(oldSets))
    const created = replicaSetOf({
      name: newName,
      replicas,
      template: this.deployment.spec.template,
      annotations: createdSetAnnotations(this.deployment, maxRevision(oldSets) + 1),
    })
    this.sets.push(created)
    this.tell(newName, 0, replicas)
    this.record(createdCondition(this.deployment, newName, now))
    return created
  }

  private resize(steps: readonly Resize[]): void {
    for (const step of steps) {
      const name = step.set.metadata.name
      this.sets[this.sets.findIndex((set) => set.metadata.name === name)] = withSize(this.deployment, step)
      this.tell(name, step.set.spec.replicas, step.replicas)
    }
  }

  private tell(name: string, from: number, to: number): void {
    const message = scalingMessage(name, from, to)
    if (message) this.events.push(`Normal ScalingReplicaSet ${message}`)
  }

  private record(condition: WorkloadCondition | undefined): void {
    if (!condition) return
    this.conditions = withCondition(this.conditions, condition)
    this.deployment = {
      ...this.deployment,
      status: { ...this.deployment.status, conditions: this.conditions },
    }
  }

  result() {
    const { status } = this
    return {
      after: this.sets.map(rowOf),
      events: this.events,
      status: {
        available: status.availableReplicas ?? 0,
        conditions: (status.conditions ?? []).map((one) => `${one.type}=${one.status}:${one.reason}`).sort(),
        ready: status.readyReplicas ?? 0,
        replicas: status.replicas ?? 0,
        unavailable: status.unavailableReplicas ?? 0,
        updated: status.updatedReplicas ?? 0,
      },
    }
  }
}

function deploymentWith({ deployment }: Case): Deployment {
  const { image, maxSurge, maxUnavailable, paused, replicas } = deployment
  return deploymentOf({
    name: 'web',
    replicas,
    maxSurge: parseIntOrString(maxSurge),
    maxUnavailable: parseIntOrString(maxUnavailable),
    spec: { paused, template: templateOf(image), progressDeadlineSeconds: 600 },
  })
}

/** The sets are listed by age; the n-th has revision n. */
function setOf(row: SetRow, index: number): ReplicaSet {
  return replicaSetOf({
    name: `web-${row.image}`,
    replicas: row.spec,
    createdSecondsAgo: 1000 - index,
    template: templateOf(row.image),
    annotations: {
      [desiredReplicasAnnotation]: row.desiredAnn,
      [maxReplicasAnnotation]: row.maxAnn,
      [revisionAnnotation]: String(index + 1),
    },
    status: { replicas: row.statusReplicas, readyReplicas: row.ready, availableReplicas: row.available },
  })
}

function rowOf(set: ReplicaSet): SetRow {
  const annotations = set.metadata.annotations ?? {}
  return {
    image: set.spec.template.spec.containers[0]?.image ?? '',
    spec: set.spec.replicas,
    statusReplicas: set.status.replicas,
    ready: set.status.readyReplicas ?? 0,
    available: set.status.availableReplicas ?? 0,
    desiredAnn: annotations[desiredReplicasAnnotation] ?? '',
    maxAnn: annotations[maxReplicasAnnotation] ?? '',
    revision: annotations[revisionAnnotation] ?? '',
  }
}

function templateOf(image: string) {
  return { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'main', image }] } }
}

/** A created set is named by a hash of its own. */
function withNewName(event: string, given: readonly ReplicaSet[]): string {
  return event.replace(/web-\S+/, (name) =>
    given.some((set) => set.metadata.name === name) ? name : newName,
  )
}
