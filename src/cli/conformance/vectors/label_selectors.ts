import {
  canonicalSelector,
  formatLabelSelector,
  labelSelectorText,
  matchesLabelSelector,
  parseLabelSelector,
  selectorToLabels,
} from '../../../sim/api/labelSelector.ts'
import type { Labels } from '../../../sim/api/types/index.ts'
import { compare, compareFields } from '../difference.ts'
import { notModelled, type Verdict } from '../vectors.ts'

// biome-ignore lint/suspicious/noExplicitAny: the fields of a case depend on its kind.
type Any = any

interface Sample {
  readonly labels: Labels
}

const kinds: Readonly<Record<string, (input: Any, expected: Any) => Verdict>> = {
  requirementMatch: ({ selector, labels }, expected) =>
    compare(parseLabelSelector(selector)(labels), expected),
  parseValid(input, expected) {
    const outcome = attempt(() => canonicalSelector(input))
    const actual = { valid: !('error' in outcome), canonical: 'error' in outcome ? null : outcome.result }
    return compareFields(actual, saidOf(expected))
  },
  toMap(input, expected) {
    const outcome = attempt(() => selectorToLabels(input))
    const labels = 'error' in outcome ? null : outcome.result
    return compare({ valid: labels !== null, labels }, expected)
  },
  labelSelector(input, expected) {
    const text = attempt(() => labelSelectorText(input))
    if (expected.error !== undefined) return compare(text, { error: today(expected.error) })
    const actual = {
      string: 'result' in text ? text.result : text.error,
      formatted: formatLabelSelector(input),
      results: results(expected.results, (labels) => matchesLabelSelector(input, labels)),
    }
    return compareFields(actual, expected)
  },
  selectorString(input, expected) {
    const canonical = attempt(() => canonicalSelector(input))
    if (expected.error !== undefined) return compare(canonical, { error: today(expected.error) })
    const actual = {
      string: input,
      canonical: 'result' in canonical ? canonical.result : canonical.error,
      results: results(expected.results, parseLabelSelector(input)),
    }
    return compareFields(actual, expected)
  },
}

export default function run({ kind, input, expected }: { kind: string; input: Any; expected: Any }): Verdict {
  const check = kinds[kind]
  return check ? check(input, expected) : `${notModelled} ${kind}`
}

/** A valid selector whose canonical text wasn't recorded says only that it is valid. */
function saidOf({ valid, canonical }: { valid: boolean; canonical?: string | null }) {
  return valid && canonical === null ? { valid } : canonical === undefined ? { valid } : { valid, canonical }
}

function results(samples: readonly Sample[], matches: (labels: Labels) => boolean) {
  return samples.map(({ labels }) => ({ labels, match: matches(labels) }))
}

/** The cases are of 1.20; since then the messages name the field and the value. */
function today(error: string): string {
  return error
    .replace('invalid label key ', '<nil>: Invalid value: ')
    .replace('is not a valid pod selector operator', 'is not a valid label selector operator')
    .replace(/^for 'in', 'notin' operators/, 'values: Invalid value: []: $&')
    .replace('values set must be empty for exists', 'values: Invalid value: []: $&')
}

function attempt<T>(work: () => T): { readonly result: T } | { readonly error: string } {
  try {
    return { result: work() }
  } catch (error) {
    return { error: (error as Error).message }
  }
}
