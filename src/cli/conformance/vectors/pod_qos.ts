import { qosClass } from '../../../sim/api/kinds/pod/qos.ts'
import type { Pod } from '../../../sim/api/types/index.ts'
import { compare } from '../difference.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: { readonly pod: Pod }
  readonly expected: string
}

export default function run({ input, expected }: Case): Verdict {
  return compare(qosClass(input.pod.spec), expected)
}
