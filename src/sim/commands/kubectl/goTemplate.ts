/**
 * `-o go-template`: text with fields in double braces. Deviation: pipelines, ranges and conditions of Go's
 * text/template are refused by name.
 */
import { goValue } from '../print/goValue.ts'
import { CommandError } from './errors.ts'

const action = /\{\{-?\s*(.*?)\s*-?\}\}/g
const fieldChain = /^\.([A-Za-z_][\w]*(\.[A-Za-z_][\w]*)*)?$/

export function goTemplatePrinter(template: string): (data: unknown) => string {
  for (const [, expression = ''] of template.matchAll(action)) {
    if (fieldChain.test(expression) || /^"[^"\\]*(\\n[^"\\]*)*"$/.test(expression)) continue
    throw new CommandError(`the simulator's go-template prints fields only, not {{${expression}}}`)
  }
  return (data) => template.replace(action, (_, expression: string) => valueText(data, expression))
}

function valueText(data: unknown, expression: string): string {
  if (expression.startsWith('"')) return JSON.parse(expression) as string
  let value = data
  for (const field of expression.split('.').filter((part) => part !== '')) {
    const isMap = typeof value === 'object' && value !== null && Object.hasOwn(value, field)
    value = isMap ? (value as Record<string, unknown>)[field] : undefined
  }
  return value === undefined || value === null ? '<no value>' : goValue(value)
}
