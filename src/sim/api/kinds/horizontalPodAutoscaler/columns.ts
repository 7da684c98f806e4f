/** printHorizontalPodAutoscaler in pkg/printers/internalversion/printers.go, Kubernetes v1.36. */
import { ageOf } from '../../age.ts'
import type { Column } from '../../kind.ts'
import type {
  HorizontalPodAutoscaler,
  MetricSpec,
  MetricStatus,
  MetricTarget,
  MetricValueStatus,
} from '../../types/index.ts'
import { currentOf, targetOf } from './metrics.ts'

const mostShown = 2
export const unknown = '<unknown>'

export const columns: readonly Column<HorizontalPodAutoscaler>[] = [
  { name: 'NAME', cell: ({ metadata }) => metadata.name },
  { name: 'REFERENCE', cell: ({ spec }) => `${spec.scaleTargetRef.kind}/${spec.scaleTargetRef.name}` },
  {
    name: 'TARGETS',
    cell: ({ spec, status }) => metricsText(spec.metrics ?? [], status.currentMetrics ?? []),
  },
  { name: 'MINPODS', cell: ({ spec }) => String(spec.minReplicas ?? '<unset>') },
  { name: 'MAXPODS', cell: ({ spec }) => spec.maxReplicas },
  { name: 'REPLICAS', cell: ({ status }) => status.currentReplicas ?? 0 },
  { name: 'AGE', cell: ageOf },
]

/** "cpu: 50%/80%, memory: 50Mi/100Mi + 1 more..." */
function metricsText(specs: readonly MetricSpec[], statuses: readonly MetricStatus[]): string {
  if (specs.length === 0) return '<none>'
  const texts = specs.slice(0, mostShown).map((spec, i) => metricText(spec, statuses[i]))
  const more = specs.length > mostShown ? ` + ${specs.length - mostShown} more...` : ''
  return texts.join(', ') + more
}

function metricText(spec: MetricSpec, status: MetricStatus | undefined): string {
  const target = targetOf(spec)
  if (target === undefined) return '<unknown type>'
  const current = currentOf(spec, status)
  switch (spec.type) {
    case 'Resource':
      return `${spec.resource?.name}: ${usageText(target, current)}`
    case 'ContainerResource':
      return `${spec.containerResource?.name}: ${usageText(target, current)}`
    case 'Pods':
      return `${current?.averageValue ?? unknown}/${target.averageValue}`
    default:
      return target.averageValue === undefined
        ? `${current?.value ?? unknown}/${target.value}`
        : `${current?.averageValue ?? unknown}/${target.averageValue} (avg)`
  }
}

function usageText(target: MetricTarget, current: MetricValueStatus | undefined): string {
  if (target.averageValue !== undefined) return `${current?.averageValue ?? unknown}/${target.averageValue}`
  return `${percentText(current?.averageUtilization, unknown)}/${percentText(target.averageUtilization, '<auto>')}`
}

export function percentText(percent: number | undefined, otherwise: string): string {
  return percent === undefined ? otherwise : `${percent}%`
}
