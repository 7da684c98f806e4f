/** Tells the machines which process answers a pod's requests: the first container that is no init container. */
import { amountsOf } from '../api/podRequests.ts'
import type { Container } from '../api/types/index.ts'
import type { Server, Substrate } from '../substrate/index.ts'
import { initCountOf } from './podStages.ts'
import { type ContainerRun, never, type PodRun } from './run.ts'

export class ServerBook {
  readonly #substrate: Substrate

  constructor(substrate: Substrate) {
    this.#substrate = substrate
  }

  /** `before`: what was noted last; of a pod whose serving container and address are the same there is no news. */
  note(run: PodRun, before: PodRun | undefined): void {
    const one = servingContainer(run)
    if (before !== undefined && servingContainer(before) === one && before.ip === run.ip) return
    if (one !== undefined && runs(one)) this.#substrate.servers.put(this.#serverOf(run, one))
    else if (before !== undefined) this.#substrate.servers.drop(run.slot)
  }

  drop(run: PodRun): void {
    this.#substrate.servers.drop(run.slot)
  }

  clear(): void {
    this.#substrate.servers.clear()
  }

  #serverOf(run: PodRun, one: ContainerRun): Server {
    const container = run.spec.containers[0] as Container
    const image = container.image ?? ''
    const { cpuRequestMillis, cpuLimitMillis, memoryLimitBytes } = shareOf(container)
    return Object.freeze({
      pod: run.slot,
      ip: run.ip,
      machine: run.node,
      image,
      cpuRequestMillis,
      cpuLimitMillis,
      memoryLimitBytes,
      startedAt: one.since,
      listensAt: one.since + this.#substrate.images.behaviour(image).ready,
      hungSince: one.hungSince,
      closesAt: one.exit?.asked ?? never,
      endsAt: one.exit?.at ?? never,
    })
  }
}

function servingContainer(run: PodRun): ContainerRun | undefined {
  return run.containers[initCountOf(run.spec)]
}

function runs({ stage }: ContainerRun): boolean {
  return stage === 'running' || stage === 'stopping'
}

type Share = Pick<Server, 'cpuRequestMillis' | 'cpuLimitMillis' | 'memoryLimitBytes'>

/** Pods of one template share their containers, whose quantities are read once. */
const shares = new WeakMap<Container, Share>()

function shareOf(container: Container): Share {
  let share = shares.get(container)
  if (share === undefined) {
    const limits = amountsOf(container.resources?.limits)
    const requests = amountsOf(container.resources?.requests)
    share = {
      cpuRequestMillis: requests.cpu ?? limits.cpu ?? 0,
      cpuLimitMillis: limits.cpu ?? 0,
      memoryLimitBytes: limits.memory ?? 0,
    }
    shares.set(container, share)
  }
  return share
}
