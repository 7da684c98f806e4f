/**
 * `lab bench cost`: what a pod and a tick cost in a cluster of some size, thirty pods a node. A small cluster goes before,
 * so that no figure is the compiler's.
 */
import { ticksOf } from '../../../../sim/core/clock.ts'
import { worldHash } from '../../../../sim/world/hash.ts'
import type { Simulation } from '../../../../sim/world/simulation.ts'
import { liveBytes } from '../heap.ts'
import { type Phase, timed } from '../phase.ts'
import { benchRun } from '../run.ts'
import { stepFor, stepUntilReady } from '../stepping.ts'
import { askForPods, deleteSome, newWorld } from '../world.ts'

const podsPerNode = 30
const podsPerSecond = 1000
const warmUpPods = 3000
const idleTicks = ticksOf(3600)
const churnTicks = ticksOf(60)

export default benchRun({
  defaults: { pods: '10000' },
  run(flags) {
    const pods = Number(flags.pods)
    measured(warmUpPods)
    const before = liveBytes()
    const { world, bringUp, churn, heap, idle } = measured(pods)
    const figures = {
      podMicros: (1e6 * bringUp.cpuSeconds) / pods,
      podBytes: (heap - before) / pods,
      restedPodBytes: (memoryOf(world) - before) / pods,
      ledgerBytes: (28 * world.engine.state.ledger.head) / pods,
      busyTickMicros: (1e6 * bringUp.cpuSeconds) / bringUp.busyTicks,
      churnTickMicros: (1e6 * churn.cpuSeconds) / churnTicks,
      idleTickMicros: (1e6 * idle.cpuSeconds) / idleTicks,
      bringUpWall: bringUp.wallSeconds,
      bringUpCpu: bringUp.cpuSeconds,
      churnCpu: churn.cpuSeconds,
      bringUpWrites: bringUp.writes,
      idleWrites: idle.writes,
      idleTicks: idle.busyTicks,
      churnWrites: churn.writes,
      hash: worldHash(world),
    }
    const micros = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} µs CPU`
    const lines = [
      `# cost, ${nodesFor(pods)} nodes, ${pods} pods`,
      `a pod           ${micros(figures.podMicros)}, ${figures.podBytes.toFixed(0)} bytes, ${figures.restedPodBytes.toFixed(0)} without the events of its beginning, ${figures.ledgerBytes.toFixed(0)} bytes of the ledger`,
      `a busy tick     ${micros(figures.busyTickMicros)} while ${podsPerSecond} pods a second come up`,
      `a churning tick ${micros(figures.churnTickMicros)} while ten pods a second are deleted`,
      `an idle tick    ${micros(figures.idleTickMicros)} in an hour of rest, of whose 36,000 ticks ${idle.busyTicks} had anything to do`,
      `hash            ${figures.hash}`,
    ]
    return { lines, figures }
  },
})

/** Without the ledger, which is told apart. */
function memoryOf(world: Simulation): number {
  return liveBytes() - world.engine.state.ledger.bytes
}

function nodesFor(pods: number): number {
  return Math.ceil(pods / podsPerNode)
}

function measured(pods: number) {
  const world = newWorld({ nodes: nodesFor(pods), pods, podsPerSecond })
  const bringUp: Phase = timed(world, () => {
    askForPods(world, pods)
    return stepUntilReady(world)
  })
  const churn = timed(world, () => stepFor(world, churnTicks, () => deleteSome(world)))
  // What bring-up and churn have begun comes to its end before the hour of rest: Deployments look at their progress after ten minutes.
  stepFor(world, ticksOf(720))
  const heap = memoryOf(world)
  const idle = timed(world, () => stepFor(world, idleTicks))
  // Events older than an hour go when there is another one.
  deleteSome(world)
  stepFor(world, ticksOf(60))
  return { world, bringUp, churn, heap, idle }
}
