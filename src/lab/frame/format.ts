/**
 * What the screen is told, frame by frame: a change set since the last frame. Pods travel as columns that are handed
 * over, not copied; the few machines, workloads and loops as small cards; API writes as rows of the ledger. A whole frame
 * replaces everything: the first one, and those after a jump in time, which nothing on the screen may animate.
 */
import type { Tick } from '../../sim/core/clock.ts'
import type { TrafficFrame } from './traffic/format.ts'

export * from './traffic/format.ts'

/** How a pod looks. Its number is the index here. */
export const looks = [
  'gone',
  'unbound',
  'starting',
  'ready',
  'terminating',
  'failed',
  'unknown',
  'succeeded',
] as const
export type Look = (typeof looks)[number]

/** Words of one pod's change: 16 bytes. */
export const podWords = 4
export const podColumn = {
  slot: 0,
  /** Bits 0–3: look. Bits 4–14: restarts. Bit 15: it is over and takes nothing of its node. Bits 16–31: the revision of its workload's template, from 1; 0: none. */
  state: 1,
  /** The slot of its node; 0: not bound. */
  node: 2,
  /** The slot of the object that controls it; 0: none. */
  owner: 3,
} as const

export const restartBits = 0x7ff
export const overBit = 1 << 15

/**
 * A slot of the registry and who is in it, sent with the first change of the pod. Of a large world they would be megabytes
 * that nobody reads: beyond `mostNamed` pods a screen asks for the names it shows.
 */
export type PodName = readonly [slot: number, namespace: string, name: string]

/** More pods than this, and their names are told to those who ask. */
export const mostNamed = 2000

/**
 * Words of what pods request of their nodes: of every pod that the object in the slot controls, or of the pod in it, which
 * goes before. Told once; what a node's pods add up to follows from the pods.
 */
export const requestedWords = 2
export const requestedColumn = {
  slot: 0,
  /** Millicores. */
  cpu: 1,
} as const

/** Words of what a workload or a Service adds up to, where only that has changed of its card. */
export const sumWords = 3
export const sumColumn = {
  slot: 0,
  /** Of a Service: 0. */
  desired: 1,
  /** Of a Deployment its Ready pods, of a ReplicaSet those that exist and are not ending, of a Service its endpoints. */
  actual: 2,
} as const

/** Words of what a loop has done and has to do: its number in the list of loops, its queue and its turns. */
export const loopWords = 3
export const loopColumn = { loop: 0, queue: 1, turns: 2 } as const

/** Slots are given out in order of time: pairs of the last slot given out and the tick, for when an object was made. */
export const birthWords = 2
export const birthColumn = { slot: 0, tick: 1 } as const

/** Words of one row of the ledger. */
export const writeWords = 7
export const writeColumn = {
  revision: 0,
  tick: 1,
  /** Index into `actors`. */
  actor: 2,
  /** Index into `verbs`. */
  verb: 3,
  /** The object written; 0 for a command, a fault or an event. */
  slot: 4,
  /** The id of its kind; -1: none. */
  kind: 5,
  /** The revision of the first trigger; 0: none. */
  cause: 6,
} as const

export const verbs = ['create', 'update', 'status', 'delete', 'event', 'command', 'fault', 'genesis'] as const

/** Words of one sample of the timeline. */
export const sampleWords = 3
export const sampleColumn = { tick: 0, desired: 1, actual: 2 } as const

export interface NodeCard {
  readonly slot: number
  readonly name: string
  readonly zone: string
  /** What the API says of it. */
  readonly ready: 'True' | 'False' | 'Unknown'
  readonly cordoned: boolean
  /** "key=value:Effect" */
  readonly taints: readonly string[]
  /** What the machine really is, whatever the API says. */
  readonly machine: 'on' | 'off' | 'kubelet-stopped' | 'cut-off' | 'none'
  /** When its kubelet was last heard of, while it is not being heard; else absent. */
  readonly lastHeard?: Tick
  /** Allocatable: millicores and bytes. What its pods request of that changes with every pod: see `nodeLoads`. */
  readonly cpu: number
  readonly memory: number
  readonly podLimit: number
}

export interface DeploymentCard {
  readonly slot: number
  readonly namespace: string
  readonly name: string
  readonly desired: number
  /** Counted from the pods themselves; a status is a report, and its author may be asleep. */
  readonly ready: number
  /** Its first container, by which its image is set. */
  readonly container: string
  readonly image: string
  readonly revision: number
  readonly paused: boolean
  readonly isRolling: boolean
}

export interface ReplicaSetCard {
  readonly slot: number
  readonly namespace: string
  readonly name: string
  /** The slot of its Deployment; 0: none. */
  readonly owner: number
  readonly desired: number
  /** Pods that exist and are not ending. */
  readonly actual: number
  readonly revision: number
  readonly image: string
}

export interface ServiceCard {
  readonly slot: number
  readonly namespace: string
  readonly name: string
  readonly type: string
  readonly ports: string
  /** Ready endpoints; and the slots of the pods that they are, the first `mostPodLoads` of them, where somebody looks. */
  readonly endpoints: number
  readonly pods: readonly number[]
}

/** Words of one decision of an autoscaler. */
export const scalingWords = 4
export const scalingColumn = {
  tick: 0,
  /** What the metrics ask for; what is left of it after past recommendations and rates; what is asked of the target. */
  raw: 1,
  limited: 2,
  desired: 3,
} as const

export interface AutoscalerCard {
  readonly slot: number
  readonly namespace: string
  readonly name: string
  /** "deployment/web" */
  readonly target: string
  readonly min: number
  readonly max: number
  /** As `kubectl get hpa` prints them: "cpu: 23%/50%". */
  readonly metrics: string
  readonly desired: number
  /** Its latest decisions, oldest first, `scalingWords` numbers each. */
  readonly decisions: readonly number[]
}

/** A control loop: a controller, the scheduler, or all kubelets together. */
export interface LoopCard {
  readonly name: string
  readonly asleep: boolean
  /** Keys that wait in its queue. */
  readonly queue: number
  /** Reconciles since the world began. */
  readonly turns: number
}

export interface GapCard {
  /** "pod/web-1" */
  readonly object: string
  readonly namespace: string
  readonly field: string
  readonly desired: string | number
  readonly actual: string | number
  /** The component whose work it is. */
  readonly owner: string
  /** When it opened. */
  readonly since: Tick
  /** What its owner waits for; absent: nothing, it is at work. */
  readonly waitingFor?: WaitingFor
}

/** Why a gap stays open. The screen has words for each. */
export interface WaitingFor {
  readonly reason:
    | 'asleep'
    | 'scheduler'
    | 'kubelet'
    | 'no-node-fits'
    | 'image-pull'
    | 'back-off'
    | 'start'
    | 'probe'
    | 'termination'
    | 'node-silent'
    | 'node-back'
    | 'rate-limit'
    | 'rollout'
    | 'api-server'
  /** A node's name, a component's name or the time (a tick) at which it goes on, where one is known. */
  readonly name?: string
  readonly until?: Tick
}

/** One gap, or many alike: the same thing missing of the same kind, for the same reason, with the same owner. */
export interface GapGroup {
  /** Which gaps belong to it: the same group keeps its key while its gaps come and go. */
  readonly key: string
  readonly count: number
  readonly oldest: GapCard
  /** What all of them wait for: a name or a time only where it is the same for each. */
  readonly waitingFor?: WaitingFor
  /** The oldest `mostGaps` of them, where somebody has opened it. */
  readonly members?: readonly GapCard[]
}

/** The groups there are, oldest first, and those of them that are new or changed. */
export interface GapGroups {
  readonly keys: readonly string[]
  readonly changed: readonly GapGroup[]
}

/** What of a world somebody looks at. Of the rest a frame tells at most how much there is. */
export interface Attention {
  /** Rows of the ledger, one by one. */
  readonly writes: boolean
  /** What loops have done and have to do. */
  readonly loops: boolean
  /** The pods behind Services. */
  readonly endpoints: boolean
  /** The gaps, in groups; and the keys of the groups that are open. */
  readonly gaps: boolean
  readonly openGroups: readonly string[]
}

export const nobodyLooks: Attention = {
  writes: false,
  loops: false,
  endpoints: false,
  gaps: false,
  openGroups: [],
}

/** Cards of a kind: those new or changed, and the slots that are gone. */
export interface Cards<T> {
  readonly changed: readonly T[]
  readonly gone: readonly number[]
}

export interface Mark {
  readonly tick: Tick
  readonly kind: 'command' | 'fault'
  readonly line: string
}

export interface Frame {
  readonly whole: boolean
  readonly tick: Tick
  readonly revision: number
  readonly pods: Int32Array<ArrayBuffer>
  readonly podNames: readonly PodName[]
  /** Of these slots on when objects were made, in order; the rows take the place of all from the first one's slot on. */
  readonly births: Int32Array<ArrayBuffer>
  /** What pods request: to be known before the pods of the same frame. */
  readonly requests: Int32Array<ArrayBuffer>
  readonly nodes: Cards<NodeCard>
  readonly deployments: Cards<DeploymentCard>
  readonly replicaSets: Cards<ReplicaSetCard>
  readonly services: Cards<ServiceCard>
  /** Of the workloads and Services that are known already: what they add up to now. */
  readonly sums: Int32Array<ArrayBuffer>
  /** All autoscalers, when any has changed. */
  readonly autoscalers?: readonly AutoscalerCard[]
  /** All loops, when there are others or one fell asleep or woke; and what they do, where somebody looks at it. */
  readonly loops?: readonly LoopCard[]
  readonly loopRows: Int32Array<ArrayBuffer>
  /**
   * The gaps in groups, where somebody looks at them, at a pace at which one can read: all are counted that are alike, and of
   * those that stand for themselves the oldest are told; and how many there are.
   */
  readonly gaps?: GapGroups
  readonly gapCount: number
  /** Whether the API server answers. */
  readonly apiServer: boolean
  /** Writes that watchers should have been told of by now, and a tick had no room for. */
  readonly overdue: number
  /** Objects that command lines under way have not come to yet. */
  readonly left: number
  /** Rows of the ledger since the last frame, the newest `mostWrites` of them, where somebody looks; none in a whole frame. */
  readonly writes: Int32Array<ArrayBuffer>
  /** How many there were. */
  readonly writeCount: number
  /** Names for the `actor` column, when the table has grown or in a whole frame. */
  readonly actors?: readonly string[]
  /**
   * Samples of desired against actual, whenever either changed, in order; they take the place of all that are known from
   * the first one's tick on. In a whole frame everything known of the recording: after a step back its future, too.
   */
  readonly samples: Int32Array<ArrayBuffer>
  /** Commands and faults on the timeline, all of them, when they changed. */
  readonly marks?: readonly Mark[]
  /** Requests, where anybody has ever sent some. */
  readonly traffic?: TrafficFrame
}

export const mostGaps = 100
export const mostWrites = 200
