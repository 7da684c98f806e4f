/** Texts in which the real controller prints Go values. */
import { canonicalText } from '../../api/quantityText.ts'
import type { LabelSelector, Quantity } from '../../api/types/index.ts'

/** The quantity of so many thousandths. */
export function milliText(thousandths: number): Quantity {
  return canonicalText({ value: BigInt(Math.round(thousandths)), scale: -3, format: 'DecimalSI' })
}

/** "&LabelSelector{MatchLabels:map[string]string{a: b,},MatchExpressions:[]LabelSelectorRequirement{},}" */
export function goSelector(selector: LabelSelector | undefined): string {
  if (selector === undefined) return 'nil'
  const { matchLabels = {}, matchExpressions = [] } = selector
  const labels = Object.keys(matchLabels)
    .sort()
    .map((key) => `${key}: ${matchLabels[key]},`)
  const expressions = matchExpressions.map(
    ({ key, operator, values = [] }) =>
      `LabelSelectorRequirement{Key:${key},Operator:${operator},Values:[${values.join(' ')}],},`,
  )
  return `&LabelSelector{MatchLabels:map[string]string{${labels.join('')}},MatchExpressions:[]LabelSelectorRequirement{${expressions.join('')}},}`
}
