import {
  type Amount,
  addAmounts,
  isQuantity,
  parseQuantity,
  scaledInt64,
  subtractAmounts,
} from '../../../sim/api/quantity.ts'
import { canonicalText } from '../../../sim/api/quantityText.ts'
import { compare } from '../difference.ts'
import { notModelled, type Verdict } from '../vectors.ts'

type Case =
  | { readonly kind: 'canonical'; readonly input: string; readonly expected: string }
  | { readonly kind: 'invalid'; readonly input: string; readonly expected: { readonly error: true } }
  | { readonly kind: 'parse'; readonly input: string; readonly expected: Readonly<Record<string, string>> }
  | {
      readonly kind: 'arith'
      readonly input: { readonly a: string; readonly b: string; readonly op: string }
      readonly expected: string
    }

const operations: Readonly<Record<string, (a: Amount, b: Amount) => Amount>> = {
  add: addAmounts,
  sub: subtractAmounts,
}

export default function run(testCase: Case): Verdict {
  switch (testCase.kind) {
    // These come from amounts built in code, which have no text of their own.
    case 'canonical':
      return compare(canonicalText(withoutText(parseQuantity(testCase.input))), testCase.expected)
    case 'invalid':
      return compare({ error: !isQuantity(testCase.input) }, testCase.expected)
    case 'parse':
      return compare(parsed(testCase.input), testCase.expected)
    case 'arith': {
      const { a, b, op } = testCase.input
      const operation = operations[op]
      if (!operation) return `${notModelled} ${op}`
      return compare(canonicalText(operation(parseQuantity(a), parseQuantity(b))), testCase.expected)
    }
    default:
      return `${notModelled} ${(testCase as { kind: string }).kind}`
  }
}

function parsed(text: string): Readonly<Record<string, string>> {
  try {
    const amount = parseQuantity(text)
    return {
      canonical: canonicalText(amount),
      value: String(scaledInt64(amount, 0)),
      milliValue: String(scaledInt64(amount, -3)),
      format: amount.format,
    }
  } catch (error) {
    return { error: (error as Error).message }
  }
}

function withoutText({ text: _text, ...amount }: Amount): Amount {
  return amount
}
