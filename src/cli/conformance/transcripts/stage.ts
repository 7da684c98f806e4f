/** The cluster of a recording, brought up anew, and its clock. */
import type { Kind } from '../../../sim/api/kind.ts'
import { Nodes } from '../../../sim/api/kinds/node/index.ts'
import { toBytes, toMilli } from '../../../sim/api/quantity.ts'
import type { Node } from '../../../sim/api/types/index.ts'
import type { ApiServer } from '../../../sim/apiserver/server.ts'
import type { Execution, Session } from '../../../sim/commands/execution.ts'
import { runLine } from '../../../sim/commands/index.ts'
import { type Tick, ticksOf, timeText } from '../../../sim/core/clock.ts'
import { causedBy } from '../../../sim/core/ledger.ts'
import { buildCluster } from '../../../sim/world/genesis.ts'
import { Simulation } from '../../../sim/world/simulation.ts'
import { StandInKubelet } from '../standInKubelet.ts'
import { StandInMetrics } from '../standInMetrics.ts'
import type { Transcript } from './recording.ts'

/**
 * When the nodes joined, and when the first command came, after the control plane's own start: the node controller's
 * first look at them falls a little behind the first commands.
 */
const nodesAt: Tick = ticksOf(7)
const firstCommandAt: Tick = ticksOf(9.6)

/** The recorder went on when nothing had changed for so long. */
const quiet: Tick = 13

/** A command that is not waited for is followed after so long. */
const haste: Tick = 5

/** No command of a recording takes longer than this. */
const patience: Tick = ticksOf(3600)

export class Stage {
  readonly world = new Simulation({
    seed: 2,
    cloud: 'none',
    kubelets: (engine) => new StandInKubelet(engine),
  })
  readonly files: Map<string, string>

  constructor({ nodes, files = {}, metrics }: Pick<Transcript, 'nodes' | 'files' | 'metrics'>) {
    this.files = new Map(Object.entries(files))
    this.world.engine.server.metrics = metricsIn(metrics, this.world.engine.server)
    buildCluster(this.world, [], 'recording')
    this.advanceTo(nodesAt)
    for (const node of nodes) this.#join(node)
    this.advanceTo(firstCommandAt)
  }

  get tick(): Tick {
    return this.world.tick
  }

  /** The tick of a time in the recording. */
  tickAt(seconds: number): Tick {
    return firstCommandAt + Math.round(seconds * 10)
  }

  advanceTo(tick: Tick): void {
    while (this.tick < tick) this.world.step(Math.min(this.world.nextTick, tick))
  }

  /** Runs one command line to its end, or until it is interrupted; `meanwhile` is called before every tick. */
  run(
    words: readonly string[],
    stdin: string | undefined,
    until = this.tick + patience,
    meanwhile = () => {},
  ): Execution {
    const execution = this.start(words, stdin)
    while (execution.exit === undefined && this.tick < until) {
      meanwhile()
      this.world.step(this.tick + 1)
      execution.poll()
    }
    return execution
  }

  start(words: readonly string[], stdin: string | undefined): Execution {
    return runLine(words, this.#session(words, stdin))
  }

  /** Lets time pass until nothing has been written for a while. */
  settle(): void {
    const { registry } = this.world.engine.state
    for (let since = this.tick, head = registry.head; this.tick < since + quiet; ) {
      this.world.step(this.tick + 1)
      if (registry.head === head) continue
      head = registry.head
      since = this.tick
    }
  }

  /** Lets the control plane take up what it was asked, and no more. */
  hurry(): void {
    this.advanceTo(this.tick + haste)
  }

  #session(words: readonly string[], stdin: string | undefined): Session {
    const { world, files } = this
    const { ledger } = world.engine.state
    const cause = causedBy(ledger.head)
    return {
      engine: world.engine,
      stdin,
      cause: words[0] === 'kubectl' ? cause : causedBy(0),
      readFile: (path) => files.get(path),
      why: () => undefined,
      evaluate: () => false,
      traffic: () => [],
    }
  }

  /** The recordings' nodes are ready from the start. */
  #join(node: Node): void {
    const { server, state } = this.world.engine
    const caller = { actor: 'recorder', cause: causedBy(0) }
    const now = timeText(state.tick)
    const stored = server.create(caller, Nodes, node)
    const conditions = node.status.conditions?.map((one) => ({
      ...one,
      lastHeartbeatTime: now,
      lastTransitionTime: now,
    }))
    server.patchStatus(caller, Nodes, stored, () => ({ ...node.status, conditions }) as Node['status'])
    server.patch(caller, Nodes as unknown as Kind, '', node.metadata.name, (draft) => ({
      ...draft,
      spec: { ...draft.spec, taints: [] },
    }))
  }
}

/** Most of the recordings' clusters had no metrics server. "pods of default share 300m cpu, 50Mi each" */
function metricsIn(text: string, server: ApiServer): StandInMetrics | undefined {
  const [, namespace, cpu = '', memory = ''] = /pods of (\S+) share (\w+) cpu, (\w+) each/.exec(text) ?? []
  if (namespace === undefined) return undefined
  const metrics = new StandInMetrics(server)
  metrics.setLoad(namespace, { cpuMilli: toMilli(cpu), memoryBytes: toBytes(memory) })
  return metrics
}
