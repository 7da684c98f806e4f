/** Reads off a pod's object, and off what stands next to it, what the screen and the tallies need to know of it. */
import { isPodActive, isPodTerminal } from '../../sim/api/podReadiness.ts'
import { podRequests } from '../../sim/api/podRequests.ts'
import type { Pod, PodSpec } from '../../sim/api/types/index.ts'
import { looks, overBit, restartBits } from './format.ts'
import { lookOf, type NodeReadiness, restartsOf } from './look.ts'
import type { PodReading } from './podStates.ts'

/** The objects around a pod. */
export interface Neighbours {
  /** What the API says of its node; undefined: there is no such node. */
  readonly readiness: NodeReadiness | undefined
  readonly node: number
  readonly owner: number
  readonly revision: number
  readonly isControlled: boolean
}

const mostRevision = 0xffff

/** Into an object of the caller's: it is done for every write to every pod. */
export function readPod(pod: Pod, around: Neighbours, into: PodReading): PodReading {
  const look = looks.indexOf(lookOf(pod, around.readiness))
  const restarts = Math.min(restartsOf(pod), restartBits)
  const over = isPodTerminal(pod) ? overBit : 0
  into.state = look | (restarts << 4) | over | (Math.min(around.revision, mostRevision) << 16)
  into.node = around.node
  into.owner = around.owner
  into.cpu = cpuRequested(pod.spec)
  into.isControlled = around.isControlled
  into.isActive = isPodActive(pod)
  return into
}

const known = new WeakMap<object, number>()

/** Pods of one template share their containers, also when they are bound. */
function cpuRequested(spec: PodSpec): number {
  const { containers, initContainers, overhead, resources } = spec
  const isPlain = initContainers === undefined && overhead === undefined && resources === undefined
  if (!isPlain) return podRequests(spec).cpu ?? 0
  let cpu = known.get(containers)
  if (cpu === undefined) {
    cpu = podRequests(spec).cpu ?? 0
    known.set(containers, cpu)
  }
  return cpu
}
