/**
 * What a change of a pod's status may be about, in bits above those of the ledger's mask (`changed` in core/ledger.ts).
 * Most writes of a status are news to few: it is worked out once what is new, not by everyone who watches pods.
 */
import { isPodReady } from '../../podReadiness.ts'
import type { Pod } from '../../types/index.ts'

export const podFacets = { phase: 256, readiness: 512, address: 1024 } as const

export function facetsOfPod(before: Pod, after: Pod): number {
  const was = before.status
  const is = after.status
  if (was === is) return 0
  let facets = 0
  if (was.phase !== is.phase) facets |= podFacets.phase
  if (was.conditions !== is.conditions && isPodReady(before) !== isPodReady(after))
    facets |= podFacets.readiness
  if (was.podIP !== is.podIP || was.podIPs?.length !== is.podIPs?.length) facets |= podFacets.address
  return facets
}
