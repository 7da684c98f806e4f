/** Why a gap stays open: what its owner waits for. */
import type { Simulation } from '../../sim/world/simulation.ts'
import type { WaitingFor } from './format.ts'
import type { OpenGap } from './gapWatch.ts'

/** Undefined: for nothing, it is at work. */
export function waitingFor({ engine }: Simulation, { gap }: OpenGap): WaitingFor | undefined {
  if (!engine.server.running) return { reason: 'api-server' }
  if (engine.controlPlane.isStopped(gap.owner)) return { reason: 'asleep', name: gap.owner }
  return undefined
}
