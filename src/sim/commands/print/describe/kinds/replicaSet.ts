import { Pods } from '../../../../api/kinds/pod/index.ts'
import { formatLabelSelector } from '../../../../api/labelSelector.ts'
import type { Reader } from '../../../../api/reader.ts'
import type { ReplicaSet } from '../../../../api/types/index.ts'
import { type Describer, describeEventsOf } from '../describer.ts'
import { describeAnnotations, describeController, describeLabels } from '../metadata.ts'
import { describePodTemplate } from '../podTemplate.ts'
import { describeWorkloadConditions } from '../workloads.ts'

const describer: Describer<ReplicaSet> = {
  kind: 'ReplicaSet',
  describe(out, replicaSet, context) {
    const { metadata, spec, status } = replicaSet
    out.field(0, 'Name', metadata.name)
    out.field(0, 'Namespace', metadata.namespace ?? '')
    out.field(0, 'Selector', formatLabelSelector(spec.selector))
    describeLabels(out, 'Labels', metadata.labels)
    describeAnnotations(out, 'Annotations', metadata.annotations)
    describeController(out, replicaSet)
    out.field(0, 'Replicas', `${status.replicas} current / ${spec.replicas} desired`)
    out.field(0, 'Pods Status', podsStatus(replicaSet, context.reader))
    describePodTemplate(out, spec.template)
    describeWorkloadConditions(out, status.conditions)
    describeEventsOf(out, replicaSet, context)
  },
}

function podsStatus({ metadata }: ReplicaSet, reader: Reader): string {
  const phases = reader.byIndex(Pods, 'controllerUid', metadata.uid).map((pod) => pod.status.phase)
  const count = (phase: string) => phases.filter((one) => one === phase).length
  return [
    `${count('Running')} Running`,
    `${count('Pending')} Waiting`,
    `${count('Succeeded')} Succeeded`,
    `${count('Failed')} Failed`,
  ].join(' / ')
}

export default describer
