/** What the screen and the tallies need to know of one pod, read off its object and its neighbours. */
import { isPodActive, isPodTerminal } from '../../sim/api/podReadiness.ts'
import { podRequests } from '../../sim/api/podRequests.ts'
import type { Node, Pod, PodSpec } from '../../sim/api/types/index.ts'
import { type Look, looks } from './format.ts'
import { lookOf, restartsOf } from './look.ts'

export interface PodView {
  readonly look: Look
  readonly restarts: number
  /** The revision of its workload's template; 0: none. */
  readonly revision: number
  /** The slots of its node and of the object that controls it; 0: none. */
  readonly node: number
  readonly owner: number
  /** Whether some controller made it, even one that is gone by now. */
  readonly isControlled: boolean
  /** Neither over nor ending. */
  readonly isActive: boolean
  readonly isReady: boolean
  /** What it takes of its node: a pod that is over takes nothing. Millicores and bytes. */
  readonly cpu: number
  readonly memory: number
}

/** The objects around a pod. */
export interface Neighbours {
  readonly node: Node | undefined
  readonly nodeSlot: number
  readonly owner: number
  readonly revision: number
  readonly isControlled: boolean
}

export function viewOf(pod: Pod, around: Neighbours): PodView {
  const look = lookOf(pod, around.node)
  const { cpu, memory } = isPodTerminal(pod) ? nothing : requestsOf(pod.spec)
  return {
    look,
    restarts: restartsOf(pod),
    revision: around.revision,
    node: around.nodeSlot,
    owner: around.owner,
    isControlled: around.isControlled,
    isActive: isPodActive(pod),
    isReady: look === 'ready',
    cpu,
    memory,
  }
}

const mostRestarts = 0xfff
const mostRevision = 0xffff

/** The `state` column. */
export function stateOf({ look, restarts, revision }: PodView): number {
  return (
    looks.indexOf(look) | (Math.min(restarts, mostRestarts) << 4) | (Math.min(revision, mostRevision) << 16)
  )
}

export const goneState: number = looks.indexOf('gone')

export function looksSame(one: PodView, other: PodView): boolean {
  return stateOf(one) === stateOf(other) && one.node === other.node && one.owner === other.owner
}

const nothing = { cpu: 0, memory: 0 }
const known = new WeakMap<PodSpec, { readonly cpu: number; readonly memory: number }>()

/** Pods of one template share their frozen spec until they are bound. */
function requestsOf(spec: PodSpec): { readonly cpu: number; readonly memory: number } {
  let requests = known.get(spec)
  if (requests === undefined) {
    const { cpu = 0, memory = 0 } = podRequests(spec)
    requests = { cpu, memory }
    known.set(spec, requests)
  }
  return requests
}
