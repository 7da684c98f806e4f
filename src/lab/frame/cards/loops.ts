/** The control loops: every controller, the scheduler, and all kubelets as one. */
import type { Simulation } from '../../../sim/world/simulation.ts'
import type { LoopCard } from '../format.ts'

export function loopCards({ components, engine }: Simulation): readonly LoopCard[] {
  return components.all.flatMap(({ name, face }) => {
    if (face === undefined) return []
    return {
      name,
      asleep: engine.controlPlane.isStopped(name),
      queue: face.waiting,
      turns: face.turns,
    }
  })
}
