/** The Pod Template section of a workload; `kubectl rollout history --revision` prints it alone. */
import { formatLabelSelector } from '../../../api/labelSelector.ts'
import type { PodTemplateSpec, TopologySpreadConstraint } from '../../../api/types/index.ts'
import { describeContainers } from './containers.ts'
import type { Description } from './description.ts'
import { describeAnnotations, describeLabels, describeTolerations } from './metadata.ts'
import { describeVolumes } from './volumes.ts'

export function describePodTemplate(out: Description, { metadata, spec }: PodTemplateSpec): void {
  out.line(0, 'Pod Template:')
  describeLabels(out, '  Labels', metadata?.labels)
  if (Object.keys(metadata?.annotations ?? {}).length > 0)
    describeAnnotations(out, '  Annotations', metadata?.annotations)
  if (spec.serviceAccountName) out.field(1, 'Service Account', spec.serviceAccountName)
  if (spec.initContainers && spec.initContainers.length > 0) {
    describeContainers(out, { title: 'Init Containers', containers: spec.initContainers })
  }
  describeContainers(out, { title: 'Containers', containers: spec.containers })
  describeVolumes(out, spec.volumes, true)
  describeSpread(out, spec.topologySpreadConstraints, '  ')
  if (spec.priorityClassName) out.field(1, 'Priority Class Name', spec.priorityClassName)
  describeLabels(out, '  Node-Selectors', spec.nodeSelector)
  describeTolerations(out, '  Tolerations', spec.tolerations)
}

export function describeSpread(
  out: Description,
  constraints: readonly TopologySpreadConstraint[] | undefined,
  margin: string,
): void {
  if (constraints === undefined || constraints.length === 0) return
  const sorted = [...constraints].sort((left, right) => (left.topologyKey < right.topologyKey ? -1 : 1))
  for (const [i, constraint] of sorted.entries()) {
    out.line(0, `${margin}${i === 0 ? 'Topology Spread Constraints:' : ''}\t${spreadText(constraint)}`)
  }
}

function spreadText({
  topologyKey,
  whenUnsatisfiable,
  maxSkew,
  labelSelector,
}: TopologySpreadConstraint): string {
  const selector = labelSelector === undefined ? '' : ` for selector ${formatLabelSelector(labelSelector)}`
  return `${topologyKey}:${whenUnsatisfiable} when max skew ${maxSkew} is exceeded${selector}`
}
