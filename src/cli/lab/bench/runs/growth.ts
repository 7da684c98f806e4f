/**
 * `lab bench growth`: one thing is varied and the rest stays. Nodes under the same 30,000 pods, and changes a second in the
 * same cluster: what a pod and a deletion cost then, and how many watch deliveries and timers there are for each write.
 */
import { kindId } from '../../../../sim/api/kinds/index.ts'
import { Pods } from '../../../../sim/api/kinds/pod/index.ts'
import type { Pod } from '../../../../sim/api/types/index.ts'
import { ticksOf } from '../../../../sim/core/clock.ts'
import type { Simulation } from '../../../../sim/world/simulation.ts'
import { timed } from '../phase.ts'
import { benchRun, type Figures } from '../run.ts'
import { stepFor, stepUntilReady } from '../stepping.ts'
import { askForPods, newWorld, user } from '../world.ts'

const nodeCounts = [500, 1000, 2000, 5000]
/** Deletions a second. */
const changeRates = [10, 100, 1000]
const podsPerSecond = 1000
const churnTicks = ticksOf(30)
/** What was deleted has been replaced, and its Deployments have told. */
const settleTicks = ticksOf(60)
/** From one pod that is deleted to the next, in the order of their creation; prime, so that none comes twice. */
const stride = 7919

interface Growth {
  readonly of: number
  /** Of the processor: for each pod that comes up, or for each that is deleted and replaced. */
  readonly micros: number
  readonly visitsPerWrite: number
}

export default benchRun({
  defaults: { pods: '30000', nodes: '1000' },
  run(flags) {
    const pods = Number(flags.pods)
    // No figure is to be the compiler's.
    churned(broughtUp(200, 3000).world, 80)
    const nodes = nodeCounts.map((count) => broughtUp(count, pods).growth)
    const { world } = broughtUp(Number(flags.nodes), pods)
    const changes = changeRates.map((rate) => churned(world, rate))
    const figures = {
      ...named('pod', 'nodes', nodes),
      ...named('deletion', 'changes', changes),
      tenTimesTheNodes: ratio(nodes),
      hundredTimesTheChanges: ratio(changes),
    }
    const lines = [
      `# growth, ${pods} pods`,
      ...nodes.map((one) => `${one.of} nodes`.padEnd(16) + told(one, 'pod')),
      `# growth, ${flags.nodes} nodes, ${pods} pods`,
      ...changes.map((one) => `${one.of} a second`.padEnd(16) + told(one, 'deletion')),
    ]
    return { lines, figures }
  },
})

function broughtUp(nodes: number, pods: number): { readonly world: Simulation; readonly growth: Growth } {
  const world = newWorld({ nodes, pods, podsPerSecond })
  const visits = visitsOf(world)
  const { cpuSeconds, writes } = timed(world, () => {
    askForPods(world, pods)
    return stepUntilReady(world)
  })
  const micros = (1e6 * cpuSeconds) / pods
  return { world, growth: { of: nodes, micros, visitsPerWrite: (visitsOf(world) - visits) / writes } }
}

function churned(world: Simulation, rate: number): Growth {
  const { registry } = world.engine.state
  const slots = registry.names(kindId(Pods)).slots()
  const visits = visitsOf(world)
  let deleted = 0
  const { cpuSeconds, writes } = timed(world, () => {
    for (let end = world.tick + churnTicks; world.tick < end; world.step(world.tick + 1)) {
      for (let i = 0; i < rate / 10; i++) {
        const slot = slots[(deleted++ * stride) % slots.length] as number
        const { name, namespace = '' } = (registry.value(slot) as Pod).metadata
        world.engine.server.delete(user, Pods, namespace, name)
      }
    }
    return stepFor(world, settleTicks)
  })
  return {
    of: rate,
    micros: (1e6 * cpuSeconds) / deleted,
    visitsPerWrite: (visitsOf(world) - visits) / writes,
  }
}

function visitsOf({ counters }: Simulation): number {
  return counters.changesDelivered + counters.timersFired
}

/** How much more one costs where there is most than where there is least. */
function ratio(growths: readonly Growth[]): number {
  return (growths.at(-1) as Growth).micros / (growths[0] as Growth).micros
}

function named(what: string, varied: string, growths: readonly Growth[]): Figures {
  return Object.fromEntries(
    growths.flatMap(({ of, micros, visitsPerWrite }) => [
      [`${varied}${of}${what}Micros`, micros],
      [`${varied}${of}visitsPerWrite`, Number(visitsPerWrite.toFixed(4))],
    ]),
  )
}

function told({ micros, visitsPerWrite }: Growth, what: string): string {
  return `${micros.toFixed(0)} µs CPU a ${what}, ${visitsPerWrite.toFixed(2)} visits a write`
}
