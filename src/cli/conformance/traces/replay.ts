/** A recording played again: the same nodes, the same actions at their times, and what the recorder would have seen. */
import { Sitting } from '../../../lab/sitting.ts'
import { Nodes } from '../../../sim/api/kinds/node/index.ts'
import { Pods } from '../../../sim/api/kinds/pod/index.ts'
import { StatusError } from '../../../sim/api/status.ts'
import type { Pod } from '../../../sim/api/types/index.ts'
import { evict } from '../../../sim/apiserver/eviction.ts'
import type { Execution } from '../../../sim/commands/execution.ts'
import { type Tick, ticksPerSecond } from '../../../sim/core/clock.ts'
import { noCause } from '../../../sim/core/ledger.ts'
import { type Moments, StandInKubelet } from '../standInKubelet.ts'
import { StandInMetrics } from '../standInMetrics.ts'
import { type Deed, deedsOf } from './deeds.ts'
import { momentsIn } from './moments.ts'
import { nodeObject } from './nodes.ts'
import { Observer } from './observer.ts'
import { endOf, type RecordedNode, type Recording, type Sighting, type Utterance } from './recording.ts'
import { lastOf } from './sightings.ts'

/** What a watcher saw, in a recording or in its replay. */
export interface Course {
  readonly timeline: readonly Sighting[]
  readonly events: readonly Utterance[]
  /** What each command answered, by its place among the recorded actions. */
  readonly answers: readonly (Answer | undefined)[]
}

export interface Answer {
  readonly exit: number
  readonly out: string
  readonly err: string
}

export interface Replay extends Course {
  readonly sitting: Sitting
}

/** Time for what a new cluster does by itself, before the recording's nodes come. */
const settled = 30

/** Seconds that the replay may need longer: here every watch event takes a tick, there some milliseconds. */
const lateness = 6

/** How long the recorder's nodes had been there when it began. */
const nodesBefore = 2

/**
 * The node monitor looks at nodes at this tick, and every five seconds from then on. The real one needs a little more
 * than five seconds; midway through a recording of some minutes it is three ticks behind.
 */
const firstMonitorPass = 17
const monitorPeriod = 50
const monitorDrift = 3

export function replay(recording: Recording): Replay {
  return new Stage(recording).play()
}

class Stage {
  readonly recording: Recording
  readonly observer = new Observer()
  readonly sitting: Sitting
  readonly answers: (Answer | undefined)[]
  readonly #executions: { readonly index: number; readonly execution: Execution }[] = []
  readonly #recordedMoments: ReadonlyMap<string, Moments>
  #kubelet: StandInKubelet | undefined
  #metrics: StandInMetrics | undefined

  constructor(recording: Recording) {
    this.recording = recording
    this.#recordedMoments = momentsIn(recording.timeline)
    this.answers = recording.actions.map(() => undefined)
    this.sitting = new Sitting({
      keyframes: 'off',
      cloud: 'none',
      kubelets: (engine) => {
        this.#kubelet = new StandInKubelet(engine, (pod) => this.#momentsOf(pod))
        return this.#kubelet
      },
      onProgress: (world) => this.observer.look(world),
    })
  }

  get kubelet(): StandInKubelet {
    return this.#kubelet as StandInKubelet
  }

  play(): Replay {
    this.#prepare()
    for (const deed of deedsOf(this.recording)) {
      // A load is there as the pods are, from the beginning of its tick.
      this.sitting.advanceTo(this.#tickOf(deed.t, deed.loadMilli === undefined ? Math.ceil : Math.floor))
      this.#do(deed)
    }
    this.sitting.advanceTo(this.#tickOf(endOf(this.recording) + lateness))
    for (const { index, execution } of this.#executions) this.answers[index] = this.#answer(execution)
    const { events } = this.observer
    return {
      timeline: fromStart(this.observer.timeline),
      events,
      answers: this.answers,
      sitting: this.sitting,
    }
  }

  /** The recording's kubelet is not on trial: pods run and are ready when they were. */
  #momentsOf(pod: Pod): Moments {
    const { running, ready } = this.#recordedMoments.get(this.observer.names.normal(pod.metadata.name)) ?? {}
    return {
      ...(running === undefined ? {} : { running: this.#tickOf(running, Math.floor) }),
      ...(ready === undefined ? {} : { ready: this.#tickOf(ready, Math.floor) }),
    }
  }

  #prepare(): void {
    const { sitting, observer, recording } = this
    sitting.newCluster('sim cluster --nodes 0')
    observer.listen(sitting.world)
    const { server } = sitting.world.engine
    this.#metrics = new StandInMetrics(server)
    server.metrics = this.#metrics
    observer.start = startFor(recording)
    if (recording.isUnlimited) raiseLimits(sitting)
    sitting.execute(`kubectl create namespace ${recording.namespace}`)
    sitting.execute(`kubectl create serviceaccount default -n ${recording.namespace}`)
    sitting.advanceTo(observer.start - nodesBefore)
    for (const node of recording.nodes) this.#addNode(node)
    sitting.advanceTo(observer.start)
  }

  #addNode(node: RecordedNode): void {
    const { state, server } = this.sitting.world.engine
    server.create({ actor: 'kubelet', cause: noCause }, Nodes, nodeObject(node, state.tick))
    this.observer.look(this.sitting.world)
  }

  #do(deed: Deed): void {
    if (deed.silence !== undefined) this.kubelet.silence(deed.silence)
    if (deed.revive !== undefined) this.kubelet.revive(deed.revive)
    if (deed.node !== undefined) this.#addNode(deed.node)
    if (deed.loadMilli !== undefined) this.#load(deed.loadMilli)
    if (deed.pod !== undefined) this.#meddle(deed.pod, deed.change)
    if (deed.evicted !== undefined) this.#evict(deed.evicted, deed.action)
    if (deed.line !== undefined) this.#run(deed.line, deed.stdin, deed.action)
  }

  #run(line: string, stdin: string | undefined, index: number | undefined): void {
    const { names } = this.observer
    const execution = this.sitting.execute(names.actualised(line), stdin)
    if (index !== undefined) this.#executions.push({ index, execution })
  }

  #load(cpuMilli: number): void {
    this.#metrics?.setLoad(this.recording.namespace, { cpuMilli, memoryBytes: 0 })
  }

  /** Answers as the API server does: with a status code, and the reason of a refusal. */
  #evict(name: string, index: number | undefined): void {
    const { server } = this.sitting.world.engine
    const actual = this.observer.names.actual(name)
    const caller = { actor: 'recorder', cause: noCause }
    let answer = { exit: 201, out: '', err: '' }
    try {
      evict(server, caller, server.require(Pods, this.recording.namespace, actual), {})
    } catch (error) {
      if (!(error instanceof StatusError)) throw error
      answer = { exit: error.code, out: '', err: this.observer.names.normalised(error.message) }
    }
    if (index !== undefined) this.answers[index] = answer
    this.observer.look(this.sitting.world)
  }

  /** What the recorder itself did to a pod's status. */
  #meddle(name: string, change: Deed['change']): void {
    const { server } = this.sitting.world.engine
    const pod = server.stored(Pods, this.recording.namespace, this.observer.names.actual(name))
    if (pod !== undefined && change !== undefined) this.kubelet.setStatus(pod, change)
    this.observer.look(this.sitting.world)
  }

  #answer({ exit, stdout, stderr }: Execution): Answer {
    const { names } = this.observer
    return { exit: exit ?? -1, out: names.normalised(stdout).trim(), err: names.normalised(stderr).trim() }
  }

  /**
   * A tick here is what some milliseconds are there: so what the kubelet did counts from the beginning of its tick,
   * and what a user did afterwards from the end.
   */
  #tickOf(t: number, rounded: (ticks: number) => number = Math.ceil): Tick {
    return this.observer.start + rounded(t * ticksPerSecond)
  }
}

function raiseLimits(sitting: Sitting): void {
  for (const client of ['controller-manager', 'scheduler'])
    sitting.execute(`sim limit ${client} --qps 5000 --burst 5000`)
}

/** A watch begins with what there is: of the time before the start, only the last state of each object counts. */
function fromStart(timeline: readonly Sighting[]): readonly Sighting[] {
  const earlier = [...lastOf(timeline.filter(({ t }) => t < 0)).values()]
  const present = earlier.map((sighting) => ({ ...sighting, t: 0, type: 'ADDED' as const }))
  return [...present, ...timeline.filter(({ t }) => t >= 0)]
}

/** The recording's start, so that the node monitor looks at its nodes when it did in the recording. */
function startFor({ events }: Recording): Tick {
  const look = events.find(({ reason }) => reason === 'RegisteredNode')?.t
  if (look === undefined) return settled
  const since = settled + Math.round(look * ticksPerSecond) + monitorDrift - firstMonitorPass
  return settled + (monitorPeriod - (since % monitorPeriod))
}
