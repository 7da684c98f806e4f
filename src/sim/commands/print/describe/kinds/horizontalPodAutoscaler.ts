import { percentText, unknown } from '../../../../api/kinds/horizontalPodAutoscaler/columns.ts'
import { currentOf, targetOf } from '../../../../api/kinds/horizontalPodAutoscaler/metrics.ts'
import type {
  HorizontalPodAutoscaler,
  MetricSpec,
  MetricStatus,
  MetricTarget,
  MetricValueStatus,
  ScalingRules,
} from '../../../../api/types/index.ts'
import { type Describer, describeEventsOf } from '../describer.ts'
import type { Description } from '../description.ts'
import { describeAnnotations, describeLabels } from '../metadata.ts'
import { dateAndTime } from '../times.ts'

const describer: Describer<HorizontalPodAutoscaler> = {
  kind: 'HorizontalPodAutoscaler',
  describe(out, autoscaler, context) {
    const { metadata, spec, status } = autoscaler
    const { kind, name } = spec.scaleTargetRef
    out.field(0, 'Name', metadata.name)
    out.field(0, 'Namespace', metadata.namespace ?? '')
    describeLabels(out, 'Labels', metadata.labels)
    describeAnnotations(out, 'Annotations', metadata.annotations)
    out.field(0, 'CreationTimestamp', dateAndTime(metadata.creationTimestamp))
    out.field(0, 'Reference', `${kind}/${name}`)
    out.field(0, 'Metrics', '( current / target )')
    for (const [i, metric] of (spec.metrics ?? []).entries())
      out.line(1, metricLine(metric, status.currentMetrics?.[i]))
    out.field(0, 'Min replicas', spec.minReplicas ?? '<unset>')
    out.field(0, 'Max replicas', spec.maxReplicas)
    describeBehavior(out, autoscaler)
    out.field(0, `${kind} pods`, `${status.currentReplicas ?? 0} current / ${status.desiredReplicas} desired`)
    describeConditions(out, autoscaler)
    describeEventsOf(out, autoscaler, context)
  },
}

export default describer

/** A name, a tab, and "current / target". */
function metricLine(metric: MetricSpec, status: MetricStatus | undefined): string {
  const target = targetOf(metric)
  if (target === undefined) return `<unknown metric type ${JSON.stringify(metric.type)}>`
  const current = currentOf(metric, status)
  if (metric.type === 'Resource') return `resource ${metric.resource?.name} on pods${usage(target, current)}`
  if (metric.type === 'ContainerResource') {
    const { name, container } = metric.containerResource ?? {}
    return `resource ${name} of container "${container}" on pods${usage(target, current)}`
  }
  const averaged = `${current?.averageValue ?? unknown} / ${target.averageValue}`
  if (metric.type === 'Pods') return `"${metric.pods?.metric.name}" on pods:\t${averaged}`
  const label = metric.type === 'Object' ? objectLabel(metric) : `"${metric.external?.metric.name}"`
  const isAverage =
    metric.type === 'Object' ? target.type === 'AverageValue' : target.averageValue !== undefined
  if (isAverage) return `${label} (target average value):\t${averaged}`
  return `${label} (target value):\t${current?.value ?? unknown} / ${target.value}`
}

function objectLabel({ object }: MetricSpec): string {
  return `"${object?.metric.name}" on ${object?.describedObject.kind}/${object?.describedObject.name}`
}

function usage(target: MetricTarget, current: MetricValueStatus | undefined): string {
  if (target.averageValue !== undefined)
    return `:\t${current?.averageValue ?? unknown} / ${target.averageValue}`
  const percent = current?.averageUtilization
  const shown = percent === undefined ? unknown : `${percent}% (${current?.averageValue})`
  return `  (as a percentage of request):\t${shown} / ${percentText(target.averageUtilization, '<auto>')}`
}

function describeBehavior(out: Description, { spec }: HorizontalPodAutoscaler): void {
  if (spec.behavior === undefined) return
  out.line(0, 'Behavior:')
  describeRules(out, 'Scale Up', spec.behavior.scaleUp)
  describeRules(out, 'Scale Down', spec.behavior.scaleDown)
}

function describeRules(out: Description, direction: string, rules: ScalingRules | undefined): void {
  if (rules === undefined) return
  const { stabilizationWindowSeconds: window, selectPolicy = 'Max', policies = [] } = rules
  out.line(1, `${direction}:`)
  if (window !== undefined) out.line(2, `Stabilization Window: ${window} seconds`)
  if (policies.length === 0) return
  out.line(2, `Select Policy: ${selectPolicy}`)
  out.line(2, 'Policies:')
  for (const { type, value, periodSeconds } of policies)
    out.line(3, `- Type: ${type}\tValue: ${value}\tPeriod: ${periodSeconds} seconds`)
}

function describeConditions(out: Description, { status }: HorizontalPodAutoscaler): void {
  const { conditions = [] } = status
  if (conditions.length === 0) return
  out.line(0, 'Conditions:')
  out.line(1, 'Type\tStatus\tReason\tMessage')
  out.line(1, '----\t------\t------\t-------')
  for (const { type, status: is, reason = '', message = '' } of conditions)
    out.line(1, [type, is, reason, message].join('\t'))
}
