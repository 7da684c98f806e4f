/** What `--cpu` and `--memory` ask for: a percentage of the request, or an amount for each pod. */
import type { Draft } from '../../../../api/kind.ts'
import { canonicalQuantity, isQuantity } from '../../../../api/quantity.ts'
import { CommandError } from '../../errors.ts'

export type Resource = 'cpu' | 'memory'

/** What a bare number counts. */
const units: Readonly<Record<Resource, string>> = { cpu: 'm', memory: 'Mi' }

/** As many as 32 bits hold. */
const mostPercent = 0x7fffffff

/** "70%", "500m", "500" (millicores), "200" (mebibytes). */
export function resourceMetric(resource: Resource, text: string): Draft {
  return { type: 'Resource', resource: { name: resource, target: targetOf(resource, text.trim()) } }
}

export function utilizationMetric(resource: Resource, percent: number): Draft {
  return { type: 'Resource', resource: { name: resource, target: utilization(percent) } }
}

function targetOf(resource: Resource, text: string): Draft {
  if (text.endsWith('%')) return utilization(percentIn(text.slice(0, -1)))
  const isBare = text !== '' && /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)
  const amount = isBare ? `${Number(text)}${units[resource]}` : text
  if (!isQuantity(amount)) throw new CommandError(`invalid resource ${resource} value: ${text}`)
  return { type: 'AverageValue', averageValue: canonicalQuantity(amount) }
}

function utilization(percent: number): Draft {
  return { type: 'Utilization', averageUtilization: percent }
}

function percentIn(text: string): number {
  if (/^\+?\d+$/.test(text) && Number(text) <= mostPercent) return Number(text)
  throw new CommandError(`invalid percentage value: ${text}`)
}
