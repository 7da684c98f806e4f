/** What the life of a pod needs of the node it runs on. */
import type { PodCondition } from '../api/types/index.ts'
import type { Tick } from '../core/clock.ts'
import type { ImageBehaviour } from '../substrate/index.ts'
import type { BackOffLimits } from './backOff.ts'
import type { Holder } from './references.ts'
import type { PodRun } from './run.ts'

export type EventType = 'Normal' | 'Warning'

export interface Pull {
  /** After the pulls before it. */
  readonly begins: Tick
  readonly ends: Tick
}

export interface Site {
  readonly now: Tick
  readonly seed: number
  readonly crashLimits: BackOffLimits
  readonly pullLimits: BackOffLimits
  behaviour(image: string): ImageBehaviour
  /** Records an event about the pod, or about the part of it at `fieldPath`. */
  say(run: PodRun, type: EventType, reason: string, message: string, fieldPath?: string): void
  /** A free address in the node's network, or the node's own. */
  newAddress(run: PodRun): string
  /** The conditions that the API server has of the pod, when it can be asked. */
  conditionsOf(run: PodRun): readonly PodCondition[] | undefined
  /** The keys of a config map or secret in the pod's namespace; undefined when there is none. */
  keysOf(run: PodRun, holder: Holder, name: string): readonly string[] | undefined
  hasImage(node: string, image: string): boolean
  /** Puts a pull at the end of the node's queue. */
  pull(node: string, image: string): Pull
  /** A pull has ended. */
  pulled(node: string, image: string, succeeded: boolean): void
}
