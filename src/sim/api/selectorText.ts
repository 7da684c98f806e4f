/** Label selectors as text: what -l would take (k8s.io/apimachinery/pkg/labels, v1.36). */
import type { LabelSelector, LabelSelectorRequirement, Labels } from './types/index.ts'

/** "app=web,tier in (back,front),!canary"; requirements are in the order of their keys. */
export function selectorText({ matchLabels, matchExpressions = [] }: LabelSelector): string {
  const equal = Object.entries(matchLabels ?? {}).map(([key, value]) => ({ key, text: `${key}=${value}` }))
  const others = matchExpressions.map((one) => ({ key: one.key, text: requirementText(one) }))
  return [...equal, ...others]
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
    .map(({ text }) => text)
    .join(',')
}

/** The same, but "<none>" for a selector that asks for nothing. */
export function formatLabelSelector(selector: LabelSelector): string {
  return selectorText(selector) || '<none>'
}

/** "app=web,tier=front", or "<none>". */
export function labelsText(labels: Labels | undefined): string {
  const pairs = Object.entries(labels ?? {}).map(([key, value]) => `${key}=${value}`)
  return pairs.length === 0 ? '<none>' : pairs.sort().join(',')
}

function requirementText({ key, operator, values = [] }: LabelSelectorRequirement): string {
  switch (operator) {
    case 'Exists':
      return key
    case 'DoesNotExist':
      return `!${key}`
    case 'In':
      return `${key} in (${[...values].sort().join(',')})`
    case 'NotIn':
      return `${key} notin (${[...values].sort().join(',')})`
  }
}
