/** What is printed of a case: a line a figure, and what is found wrong under it. */
import type { FigurePlan } from './case.ts'
import type { Finding } from './judge.ts'
import type { Spread, Value } from './spread.ts'

const widths = [18, 14, 14, 14, 14]

export const tableHead = row('', ['min', 'median', 'max', 'baseline'], 'unit')

export function figureLines(
  name: string,
  plan: FigurePlan,
  { min, median, max }: Spread,
  baseline: Value | undefined,
  findings: readonly Finding[],
): readonly string[] {
  const spread = plan.kind === 'counter' && min === max ? ['', median, ''] : [min, median, max]
  const target = plan.target === undefined ? '' : ` (target ${plan.target})`
  return [
    row(name, [...spread, baseline ?? '-'].map(short), `${plan.unit ?? ''}${target}`),
    ...findings.map(({ text, fails }) => `    ${fails ? 'FAILED' : 'note'}: ${name} ${text}`),
  ]
}

function row(name: string, cells: readonly string[], unit: string): string {
  const padded = cells.map((cell, i) => cell.padStart(widths[i + 1] as number))
  return `  ${name.padEnd(widths[0] as number)}${padded.join('')}  ${unit}`.trimEnd()
}

/** Four digits that matter; of texts, the beginning. */
function short(value: Value): string {
  if (typeof value === 'string') return value.length > 12 ? `${value.slice(0, 11)}…` : value
  if (Number.isInteger(value)) return String(value)
  return Math.abs(value) >= 1000 ? value.toFixed(0) : value.toPrecision(4)
}
