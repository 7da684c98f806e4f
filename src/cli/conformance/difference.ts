/** Comparing what the engine answers with what is expected. */
import type { Verdict } from './vectors.ts'

/** Equal as JSON, whatever the order of keys; absent fields and `undefined` are the same. */
export function compare(actual: unknown, expected: unknown): Verdict {
  const left = sortedJson(actual)
  const right = sortedJson(expected)
  return left === right || `got ${left}, expected ${right}`
}

/** Only the fields that are expected count: `actual` may say more. */
export function compareFields(actual: object, expected: object): Verdict {
  const fields = actual as Readonly<Record<string, unknown>>
  return compare(Object.fromEntries(Object.keys(expected).map((key) => [key, fields[key]])), expected)
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) return one
    return Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
