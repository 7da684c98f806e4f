/** The components of a world: every controller, found by its folder, the scheduler, the cloud, the kubelets, requests, metrics. */
import type { Component } from '../client/component.ts'
import type { Controller } from '../client/controller.ts'
import { ControllerRunner } from '../client/controllerRunner.ts'
import type { Engine } from '../client/engine.ts'
import { clusterAutoscaler } from '../controllers/clusterautoscaler/controller.ts'
import type { Memory as AutoscalerMemory } from '../controllers/clusterautoscaler/memory.ts'
import { Kubelets } from '../kubelet/index.ts'
import { MetricsServer, metricsServerName } from '../metrics/index.ts'
import { Network } from '../network/index.ts'
import { Scheduler } from '../scheduler/index.ts'

const modules = import.meta.glob<{ default: Controller }>('../controllers/*/index.ts', { eager: true })

const controllers: readonly Controller[] = Object.values(modules)
  .map((module) => module.default)
  .sort((a, b) => (a.name < b.name ? -1 : 1))

export const controllerNames: readonly string[] = controllers.map((controller) => controller.name)
export const schedulerName = 'default-scheduler'

/** Parts that a user may stop. */
export const stoppableNames: readonly string[] = [...controllerNames, schedulerName, metricsServerName]

/** Makes the kubelets' part of a world: the real one, or a stand-in that replays a recording's timings. */
export type KubeletsFactory = (engine: Engine) => Component

export interface WorldComponents {
  /** In the order in which they work. */
  readonly all: readonly Component[]
  readonly scheduler: Scheduler
  readonly network: Network
  readonly autoscaler: ControllerRunner<AutoscalerMemory>
}

export function makeComponents(
  engine: Engine,
  cloud: Component | undefined,
  kubelets: KubeletsFactory = (e) => new Kubelets(e),
): WorldComponents {
  const scheduler = new Scheduler(engine)
  const runners = controllers.map((controller) => new ControllerRunner(engine, controller))
  const network = new Network(engine)
  const metrics = new MetricsServer(engine)
  engine.server.metrics = metrics.source
  const physical = [...(cloud === undefined ? [] : [cloud]), kubelets(engine), network]
  const autoscaler = runners.find(({ name }) => name === clusterAutoscaler.name)
  return {
    all: [...runners, scheduler, ...physical, metrics],
    scheduler,
    network,
    autoscaler: autoscaler as ControllerRunner<unknown> as ControllerRunner<AutoscalerMemory>,
  }
}
