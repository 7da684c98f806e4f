import { describe, expect, it } from 'vitest'
import type { Draft } from '../../kind.ts'
import type { HorizontalPodAutoscaler } from '../../types/index.ts'
import { columns } from './columns.ts'
import { setAutoscalerDefaults } from './defaults.ts'
import { validateAutoscaler } from './validation.ts'
import { version1 } from './version1.ts'

const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }

function autoscaler(spec: Draft): Draft {
  const metadata = { name: 'web', namespace: 'default', uid: 'u', resourceVersion: '1' }
  const object = { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', metadata, spec }
  return { ...object, status: { desiredReplicas: 0, currentMetrics: null } }
}

function errorsOf(spec: Draft): readonly string[] {
  const object = autoscaler({ scaleTargetRef, maxReplicas: 5, ...spec })
  setAutoscalerDefaults(object)
  return validateAutoscaler(object).map(({ field, message }) => `${field}: ${message}`)
}

describe('the defaults of an autoscaler', () => {
  it('leave the behaviour out when none is given', () => {
    const object = autoscaler({ scaleTargetRef, maxReplicas: 5 })
    setAutoscalerDefaults(object)
    expect(object.spec.behavior).toBeUndefined()
    expect(object.spec.minReplicas).toBe(1)
    expect(object.spec.metrics[0].resource.target.averageUtilization).toBe(80)
  })

  it('fill both directions when rules for one are given, field by field', () => {
    const scaleDown = { policies: [{ type: 'Pods', value: 1, periodSeconds: 60 }], tolerance: '0.05' }
    const object = autoscaler({ scaleTargetRef, maxReplicas: 5, behavior: { scaleDown } })
    setAutoscalerDefaults(object)
    expect(object.spec.behavior.scaleDown).toEqual({ selectPolicy: 'Max', ...scaleDown })
    expect(object.spec.behavior.scaleUp.policies).toHaveLength(2)
    expect(object.spec.behavior.scaleUp.stabilizationWindowSeconds).toBe(0)
  })
})

describe('an autoscaler is refused', () => {
  it.each([
    ['a metric without a type', { metrics: [{}] }, 'spec.metrics[0].type: Required value'],
    [
      'two sources in one metric',
      {
        metrics: [
          {
            type: 'Resource',
            resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
            pods: { metric: { name: 'rps' }, target: { type: 'AverageValue', averageValue: '1' } },
          },
        ],
      },
      'spec.metrics[0].pods: Forbidden: must populate the given metric source only',
    ],
    [
      'a tolerance below zero',
      { behavior: { scaleUp: { tolerance: '-0.1' } } },
      'spec.behavior.scaleUp.tolerance: Invalid value: "-0.1": must be greater than or equal to 0',
    ],
    [
      'an unknown way to select among policies',
      { behavior: { scaleUp: { selectPolicy: 'Most' } } },
      'spec.behavior.scaleUp.selectPolicy: Unsupported value: "Most": supported values: "Disabled", "Max", "Min"',
    ],
  ])('for %s', (_, spec, text) => {
    expect(errorsOf(spec).join('\n')).toContain(text)
  })

  it('not when it is whole', () => {
    expect(errorsOf({})).toEqual([])
  })
})

describe('autoscaling/v1', () => {
  it('says the same with one number', () => {
    const sent = { metadata: { name: 'web' }, spec: { maxReplicas: 3, targetCPUUtilizationPercentage: 60 } }
    const stored = version1.toStored({ apiVersion: 'autoscaling/v1', ...sent })
    expect(stored.apiVersion).toBe('autoscaling/v2')
    expect(stored.spec.metrics[0].resource.target).toEqual({ type: 'Utilization', averageUtilization: 60 })
    const status = { desiredReplicas: 0, currentMetrics: null }
    expect(version1.fromStored({ ...stored, status })).toEqual({
      apiVersion: 'autoscaling/v1',
      ...sent,
      status: { currentReplicas: 0, desiredReplicas: 0 },
    })
  })
})

describe('the column TARGETS', () => {
  it('shows averages of external metrics as such, and unknown values', () => {
    const metric = { name: 'queue' }
    const target = { type: 'AverageValue', averageValue: '30' }
    const object = autoscaler({
      scaleTargetRef,
      maxReplicas: 5,
      metrics: [{ type: 'External', external: { metric, target } }],
    })
    const cell = columns.find(({ name }) => name === 'TARGETS')?.cell
    expect(cell?.(object as HorizontalPodAutoscaler, 0)).toBe('<unknown>/30 (avg)')
  })
})
