/** Labels, annotations, selectors, taints and tolerations in a description. */

import { controllerOf } from '../../../api/kinds/owners.ts'
import type { ApiObject, Labels, Taint, Toleration } from '../../../api/types/index.ts'
import type { Description } from './description.ts'

const longestAnnotation = 140
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration'

export function describeLabels(out: Description, name: string, labels: Labels | undefined): void {
  out.lines(
    name,
    sortedKeys(labels ?? {}).map((key) => `${key}=${labels?.[key]}`),
  )
}

/** Long values, and those of several lines, go below their key and are cut. */
export function describeAnnotations(out: Description, name: string, annotations: Labels | undefined): void {
  const keys = sortedKeys(annotations ?? {}).filter((key) => key !== lastApplied)
  out.lines(
    name,
    keys.map((key) => annotationText(key, (annotations?.[key] ?? '').replace(/\n$/, ''))),
  )
}

function annotationText(key: string, value: string): string {
  if (key.length + value.length + 2 <= longestAnnotation && !value.includes('\n')) return `${key}: ${value}`
  return [`${key}:`, ...value.split('\n').map((line) => `\t  ${shortened(line)}`)].join('\n')
}

function shortened(line: string): string {
  const most = longestAnnotation - 2
  return line.length > most ? `${line.slice(0, most)}...` : line
}

export function describeTaints(out: Description, taints: readonly Taint[] | undefined): void {
  const sortKey = (taint: Taint) => `${taint.effect},${taint.key}`
  const sorted = [...(taints ?? [])].sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1))
  out.lines('Taints', sorted.map(taintText))
}

function taintText({ key, value, effect }: Taint): string {
  return `${key}${value ? `=${value}` : ''}:${effect}`
}

export function describeTolerations(
  out: Description,
  name: string,
  tolerations: readonly Toleration[] | undefined,
): void {
  const sorted = [...(tolerations ?? [])].sort(byKey)
  out.lines(name, sorted.map(tolerationText))
}

function byKey({ key: left = '' }: Toleration, { key: right = '' }: Toleration): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function tolerationText({ key = '', value, effect, operator, tolerationSeconds }: Toleration): string {
  let text = key
  if (value) text += `=${value}`
  if (effect) text += `:${effect}`
  if (operator === 'Exists' && !value) text += key || effect ? ' op=Exists' : 'op=Exists'
  if (tolerationSeconds !== undefined) text += ` for ${tolerationSeconds}s`
  return text
}

/** "ReplicaSet/web-5c9bb88958" */
export function describeController(out: Description, object: ApiObject): void {
  const controller = controllerOf(object)
  if (controller !== undefined) out.field(0, 'Controlled By', `${controller.kind}/${controller.name}`)
}

export function sortedKeys(record: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(record).sort()
}
