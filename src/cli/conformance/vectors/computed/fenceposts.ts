import { parseIntOrString } from '../../../../sim/api/intOrString.ts'
import { resolveFenceposts } from '../../../../sim/controllers/deployment/fenceposts.ts'
import { compare } from '../../difference.ts'
import type { Verdict } from '../../vectors.ts'

interface Case {
  readonly maxSurge: string
  readonly maxUnavailable: string
  readonly replicas: number
  readonly surge: number
  readonly unavailable: number
}

export default function run(testCase: Case): Verdict {
  const { maxSurge, maxUnavailable, replicas, surge, unavailable } = testCase
  const resolved = resolveFenceposts(parseIntOrString(maxSurge), parseIntOrString(maxUnavailable), replicas)
  return compare(resolved, { surge, unavailable })
}
