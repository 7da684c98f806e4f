/** What a hand can be laid on. */
import type { AutoscalerCard, LoadCard, NodeCard, PodCard, ServiceCard, World } from '../../../state/index.ts'
import { type Workload, workloadsOf } from '../desired/workloads.ts'

export type Target =
  | { readonly kind: 'pod'; readonly pod: PodCard; readonly node: NodeCard | undefined }
  | { readonly kind: 'node'; readonly node: NodeCard }
  | { readonly kind: 'workload'; readonly workload: Workload }
  | { readonly kind: 'service'; readonly service: ServiceCard; readonly load: LoadCard | undefined }
  | { readonly kind: 'autoscaler'; readonly autoscaler: AutoscalerCard }
  | { readonly kind: 'loop'; readonly name: string; readonly asleep: boolean }
  | { readonly kind: 'api-server'; readonly isUp: boolean }

/** A name for a target that lasts while its object changes: "pod/12", "loop/default-scheduler". */
export type TargetId = string

export const targetId = {
  pod: (slot: number): TargetId => `pod/${slot}`,
  node: (slot: number): TargetId => `node/${slot}`,
  workload: (slot: number): TargetId => `workload/${slot}`,
  service: (slot: number): TargetId => `service/${slot}`,
  autoscaler: (slot: number): TargetId => `autoscaler/${slot}`,
  loop: (name: string): TargetId => `loop/${name}`,
  apiServer: 'api-server/' as TargetId,
} as const

/** The target as it is now; undefined: it is gone. */
export function targetOf(id: TargetId, world: World): Target | undefined {
  const cut = id.indexOf('/')
  const name = id.slice(cut + 1)
  const slot = Number(name)
  switch (id.slice(0, cut)) {
    case 'pod': {
      const pod = world.pods.get(slot)
      return pod && { kind: 'pod', pod, node: world.nodes.get(pod.node) }
    }
    case 'node': {
      const node = world.nodes.get(slot)
      return node && { kind: 'node', node }
    }
    case 'workload': {
      const all = workloadsOf(world.deployments, world.replicaSets)
      const workload = all.find((one) => one.slot === slot)
      return workload && { kind: 'workload', workload }
    }
    case 'service': {
      const service = world.services.get(slot)
      const load = world.loads.find((one) => one.service === slot)
      return service && { kind: 'service', service, load }
    }
    case 'autoscaler': {
      const autoscaler = world.autoscalers.find((one) => one.slot === slot)
      return autoscaler && { kind: 'autoscaler', autoscaler }
    }
    case 'loop': {
      const loop = world.loops.find((one) => one.name === name)
      return loop && { kind: 'loop', name, asleep: loop.asleep }
    }
    default:
      return { kind: 'api-server', isUp: world.apiServer }
  }
}

export function nameOf(target: Target): string {
  switch (target.kind) {
    case 'pod':
      return target.pod.name
    case 'node':
      return target.node.name
    case 'workload':
      return target.workload.name
    case 'service':
      return target.service.name
    case 'autoscaler':
      return target.autoscaler.name
    case 'loop':
      return target.name
    case 'api-server':
      return 'kube-apiserver'
  }
}
