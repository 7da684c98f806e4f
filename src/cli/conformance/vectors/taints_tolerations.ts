import { findUntoleratedTaint, isSameTaint, taintText, toleratesTaint } from '../../../sim/api/toleration.ts'
import { compare } from '../difference.ts'
import { notModelled, type Verdict } from '../vectors.ts'

// biome-ignore lint/suspicious/noExplicitAny: the fields of an input depend on the kind of its case.
type Any = any

const kinds: Readonly<Record<string, (input: Any) => unknown>> = {
  toleratesTaint: ({ toleration, taint }) => toleratesTaint(toleration, taint),
  tolerateAll: ({ taints, tolerations }) => findUntoleratedTaint(taints, tolerations) === undefined,
  taintString: taintText,
  matchTaint: ({ a, b }) => isSameTaint(a, b),
}

export default function run({
  kind,
  input,
  expected,
}: {
  kind: string
  input: Any
  expected: unknown
}): Verdict {
  const check = kinds[kind]
  return check ? compare(check(input), expected) : `${notModelled} ${kind}`
}
