import type { Labels } from './types/index.ts'

/** "app=web,tier=front", or "<none>" (FormatLabels in k8s.io/apimachinery/pkg/labels, v1.36). */
export function labelsText(labels: Labels | undefined): string {
  const pairs = Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`)
  return pairs.length === 0 ? '<none>' : pairs.sort().join(',')
}
