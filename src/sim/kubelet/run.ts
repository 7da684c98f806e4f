/**
 * What a kubelet knows of the pods on its node: its own truth, which the API server learns when it can be reached.
 * Records never change but are replaced, so that a keyframe shares them.
 */

import type { ContainerStatus, PodCondition, PodPhase, PodSpec, PodStatus } from '../api/types/index.ts'
import type { Tick } from '../core/clock.ts'
import type { BackOff } from './backOff.ts'
import type { Health } from './health.ts'

/** No world gets so far: three years. A number of this size takes no room beside the record that has it, as Infinity does. */
export const never: Tick = 0x3fffffff

export type Stage =
  /** Waits for its turn, for containers of a pod are begun one after another; or, with a time set, to try again. */
  | 'idle'
  | 'pulling'
  /** The pull failed a moment ago (ErrImagePull). */
  | 'pullFailed'
  /** Waits before the next pull (ImagePullBackOff). */
  | 'pullBackOff'
  | 'starting'
  | 'running'
  /** Has been told to stop. */
  | 'stopping'
  /** The process is gone, and what follows is not decided yet. */
  | 'exited'
  /** Waits before the next start (CrashLoopBackOff). */
  | 'backOff'
  /** For good. */
  | 'ended'

export interface Exit {
  readonly at: Tick
  readonly code: number
  readonly reason: string
  /** When SIGTERM reached it; absent: it was not asked. */
  readonly asked?: Tick
}

export interface ContainerRun {
  readonly stage: Stage
  /** When the stage began. */
  readonly since: Tick
  /** When something happens to it by itself. */
  readonly next: Tick
  /** While it pulls: when the pull began, after those before it in the node's queue. */
  readonly pullBegins: Tick
  /** As it is reported. */
  readonly status: ContainerStatus
  /** How and when the process will end, as far as that is settled; how it ended. */
  readonly exit: Exit | undefined
  /** From when on the process doesn't answer. */
  readonly hungSince: Tick
  readonly health: Health
  readonly crashes: BackOff
  /** Of what comes before its creation: mounts and pulls. */
  readonly pulls: BackOff
}

/** The pod is being stopped for good. */
export interface Ending {
  /** Whether the pod's object is to go afterwards: it was deleted. */
  readonly removes: boolean
  /** metadata.generation of the deleted pod: reported once the pod is over. */
  readonly generation: number
  /** When whatever still runs is killed. */
  readonly deadline: Tick
  /** Set when the kubelet itself ended the pod: becomes status.reason and status.message. */
  readonly reason?: string
  readonly message?: string
}

export interface PodRun {
  /** Slot in the registry: the pod's identity. */
  readonly slot: number
  readonly node: string
  readonly namespace: string
  readonly name: string
  readonly uid: string
  readonly spec: PodSpec
  /** metadata.generation as last seen. */
  readonly generation: number
  readonly startTime: string
  readonly startTick: Tick
  /** '' until the pod has its sandbox. */
  readonly ip: string
  readonly phase: PodPhase
  /** PodReadyToStartContainers, Initialized, Ready, ContainersReady. */
  readonly conditions: readonly PodCondition[]
  /** Init containers first, each in the order of the spec. */
  readonly containers: readonly ContainerRun[]
  readonly ending: Ending | undefined
  /** The pod's object is to go when this tick has come. */
  readonly removeAt: Tick
  /** The status the API server last took from this kubelet. */
  readonly sent: PodStatus | undefined
  /** Whether there is more to tell. */
  readonly unsent: boolean
  /** When something happens to the pod by itself. A timer of any other tick means nothing. */
  readonly due: Tick
  /** For when its newest timer is set. */
  readonly armed: Tick
}

/** Records that are still being made. They are frozen once they are whole. */
export type NewRun = { -readonly [Field in keyof PodRun]: PodRun[Field] }
export type NewContainerRun = { -readonly [Field in keyof ContainerRun]: ContainerRun[Field] }

/** A copy to be changed. Field by field: spreading frozen objects is several times slower, and this runs hot. */
export function reopenedPod(run: PodRun): NewRun {
  return {
    slot: run.slot,
    node: run.node,
    namespace: run.namespace,
    name: run.name,
    uid: run.uid,
    spec: run.spec,
    generation: run.generation,
    startTime: run.startTime,
    startTick: run.startTick,
    ip: run.ip,
    phase: run.phase,
    conditions: run.conditions,
    containers: run.containers,
    ending: run.ending,
    removeAt: run.removeAt,
    sent: run.sent,
    unsent: run.unsent,
    due: run.due,
    armed: run.armed,
  }
}

export function reopenedContainer(one: ContainerRun): NewContainerRun {
  return {
    stage: one.stage,
    since: one.since,
    next: one.next,
    pullBegins: one.pullBegins,
    status: one.status,
    exit: one.exit,
    hungSince: one.hungSince,
    health: one.health,
    crashes: one.crashes,
    pulls: one.pulls,
  }
}
