import { selectHost } from '../../../sim/scheduler/framework/selectHost.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: { readonly scores: readonly { readonly name: string; readonly score: number }[] }
  readonly expected: { readonly oneOf: readonly string[] }
}

/** Whatever the draw, the winner is one of the best; and every one of the best wins for some draw. */
export default function run({ input, expected }: Case): Verdict {
  const scores = input.scores.map(({ score }) => score)
  const keys = input.scores.map((_, i) => 0x9e3779b9 * (i + 1))
  const winners = new Set<string | undefined>()
  for (let draw = 0; draw < 200; draw++) winners.add(input.scores[selectHost(scores, keys, draw)]?.name)
  const agree = winners.size === expected.oneOf.length && expected.oneOf.every((name) => winners.has(name))
  return agree || `chose among ${[...winners].join(', ')}, expected ${expected.oneOf.join(', ')}`
}
