/**
 * autoscaling/v1: one target, the utilization of CPU (pkg/apis/autoscaling/v1/conversion.go, Kubernetes v1.36). What v2
 * says besides is left out of an answer; the real server keeps it in annotations.
 */
import type { Draft, OtherVersion } from '../../kind.ts'
import { cpuUtilization } from './defaults.ts'

export const version1: OtherVersion = {
  version: 'v1',

  toStored({ spec = {}, status: _, ...object }) {
    const { targetCPUUtilizationPercentage: percent, ...rest } = spec
    const metrics = percent === undefined || percent === null ? {} : { metrics: [cpuUtilization(percent)] }
    return { ...object, apiVersion: 'autoscaling/v2', spec: { ...rest, ...metrics } }
  },

  fromStored({ spec, status, ...object }) {
    const { metrics = [], behavior: _, ...rest } = spec
    const percent = utilizationIn(metrics, 'target')
    const { currentMetrics, conditions: __, ...counts } = status
    const current = utilizationIn(currentMetrics ?? [], 'current')
    return {
      ...object,
      apiVersion: 'autoscaling/v1',
      spec: { ...rest, ...(percent === undefined ? {} : { targetCPUUtilizationPercentage: percent }) },
      status: {
        currentReplicas: 0,
        ...counts,
        ...(current === undefined ? {} : { currentCPUUtilizationPercentage: current }),
      },
    }
  },
}

function utilizationIn(metrics: readonly Draft[], side: 'target' | 'current'): number | undefined {
  const cpu = metrics.find(({ type, resource }) => type === 'Resource' && resource.name === 'cpu')
  return cpu?.resource[side].averageUtilization
}
