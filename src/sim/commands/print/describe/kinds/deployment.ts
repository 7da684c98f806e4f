import { ReplicaSets } from '../../../../api/kinds/replicaSet/index.ts'
import { labelSelectorText } from '../../../../api/labelSelector.ts'
import type { Reader } from '../../../../api/reader.ts'
import { canonicalJson, podTemplateHashLabel } from '../../../../api/templateHash.ts'
import type { Deployment, PodTemplateSpec, ReplicaSet } from '../../../../api/types/index.ts'
import { type Describer, describeEventsOf } from '../describer.ts'
import type { Description } from '../description.ts'
import { describeAnnotations, describeLabels } from '../metadata.ts'
import { describePodTemplate } from '../podTemplate.ts'
import { dateAndTime } from '../times.ts'
import { describeWorkloadConditions } from '../workloads.ts'

const describer: Describer<Deployment> = {
  kind: 'Deployment',
  describe(out, deployment, context) {
    const { metadata, spec, status } = deployment
    out.field(0, 'Name', metadata.name)
    out.field(0, 'Namespace', metadata.namespace ?? '')
    out.field(0, 'CreationTimestamp', dateAndTime(metadata.creationTimestamp))
    describeLabels(out, 'Labels', metadata.labels)
    describeAnnotations(out, 'Annotations', metadata.annotations)
    out.field(0, 'Selector', labelSelectorText(spec.selector))
    out.field(0, 'Replicas', replicasText(deployment))
    describeStrategy(out, deployment)
    describePodTemplate(out, spec.template)
    describeWorkloadConditions(out, status.conditions)
    describeReplicaSets(out, deployment, context.reader)
    describeEventsOf(out, deployment, context)
  },
}

function replicasText({ spec, status }: Deployment): string {
  const counts = [
    `${spec.replicas} desired`,
    `${status.updatedReplicas ?? 0} updated`,
    `${status.replicas ?? 0} total`,
    `${status.availableReplicas ?? 0} available`,
    `${status.unavailableReplicas ?? 0} unavailable`,
  ]
  return counts.join(' | ')
}

function describeStrategy(out: Description, { spec }: Deployment): void {
  const { type, rollingUpdate } = spec.strategy
  out.field(0, 'StrategyType', type)
  out.field(0, 'MinReadySeconds', spec.minReadySeconds ?? 0)
  if (rollingUpdate === undefined) return
  const { maxUnavailable = '<nil>', maxSurge = '<nil>' } = rollingUpdate
  out.field(0, 'RollingUpdateStrategy', `${maxUnavailable} max unavailable, ${maxSurge} max surge`)
}

/** The new set is the oldest one with the deployment's template. */
function describeReplicaSets(out: Description, { metadata, spec }: Deployment, reader: Reader): void {
  const sets = [...reader.byIndex(ReplicaSets, 'controllerUid', metadata.uid)].sort(oldestFirst)
  if (sets.length === 0) return
  const wanted = comparable(spec.template)
  const current = sets.find((set) => comparable(set.spec.template) === wanted)
  out.field(0, 'OldReplicaSets', setsText(sets.filter((set) => set !== current)))
  out.field(0, 'NewReplicaSet', setsText(current === undefined ? [] : [current]))
}

function oldestFirst(left: ReplicaSet, right: ReplicaSet): number {
  const a = `${left.metadata.creationTimestamp} ${left.metadata.name}`
  const b = `${right.metadata.creationTimestamp} ${right.metadata.name}`
  return a < b ? -1 : a > b ? 1 : 0
}

function comparable({ metadata, spec }: PodTemplateSpec): string {
  const { [podTemplateHashLabel]: _, ...labels } = metadata?.labels ?? {}
  return canonicalJson({ metadata: { ...metadata, labels }, spec })
}

function setsText(sets: readonly ReplicaSet[]): string {
  if (sets.length === 0) return '<none>'
  return sets
    .map(
      ({ metadata, spec, status }) =>
        `${metadata.name} (${status.replicas}/${spec.replicas} replicas created)`,
    )
    .join(', ')
}

export default describer
