/** Tells the machines which process answers a pod's requests: the first container that is no init container. */
import { amountsOf } from '../api/podRequests.ts'
import type { Container } from '../api/types/index.ts'
import { WeakTable } from '../core/weakTable.ts'
import type { Server, Substrate } from '../substrate/index.ts'
import { initCountOf } from './podStages.ts'
import { type ContainerRun, never, type PodRun } from './run.ts'

export class ServerBook {
  readonly #substrate: Substrate

  /** `runOf`: what the kubelets remember of the pod in a slot. */
  constructor(substrate: Substrate, runOf: (slot: number) => PodRun | undefined) {
    this.#substrate = substrate
    substrate.servers.source = (slot) => {
      const run = runOf(slot)
      const one = run && servingContainer(run)
      return one !== undefined && runs(one) ? this.#serverOf(run as PodRun, one) : undefined
    }
  }

  /** The pod has another record now, or none. */
  note(slot: number): void {
    this.#substrate.servers.forget(slot)
  }

  clear(): void {
    this.#substrate.servers.forgetAll()
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
const shares = new WeakTable<Container, Share>()

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
