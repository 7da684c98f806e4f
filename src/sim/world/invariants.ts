/** What must hold in every world at every tick, whatever people and faults do. Answers what is broken, in words. */
import { Deployments } from '../api/kinds/deployment/index.ts'
import { Nodes } from '../api/kinds/node/index.ts'
import { Pods } from '../api/kinds/pod/index.ts'
import { ReplicaSets } from '../api/kinds/replicaSet/index.ts'
import { podRequests } from '../api/podRequests.ts'
import { toMilli, toWhole } from '../api/quantity.ts'
import type { Node, ObjectMeta, Pod } from '../api/types/index.ts'
import type { ApiServer } from '../apiserver/server.ts'
import type { Simulation } from './simulation.ts'

export function brokenInvariants(world: Simulation): readonly string[] {
  const { server } = world.engine
  return [
    ...oneControllerAnObject(server),
    ...noOvercommit(server),
    ...rolloutBounds(server),
    ...revisionsRise(world),
  ]
}

function oneControllerAnObject(server: ApiServer): string[] {
  return [...server.list(Pods), ...server.list(ReplicaSets)]
    .filter(({ metadata }) => controllers(metadata) > 1)
    .map(({ kind, metadata }) => `${kind} ${metadata.name} has ${controllers(metadata)} controllers`)
}

function controllers(metadata: ObjectMeta): number {
  return (metadata.ownerReferences ?? []).filter((owner) => owner.controller === true).length
}

function noOvercommit(server: ApiServer): string[] {
  return server
    .list(Nodes)
    .flatMap((node) => overcommitted(node, server.byIndex(Pods, 'node', node.metadata.name)))
}

/** A pod that has ended holds nothing any more. */
function overcommitted(node: Node, pods: readonly Pod[]): string[] {
  const running = pods.filter(({ status }) => status.phase !== 'Succeeded' && status.phase !== 'Failed')
  const requests = running.map(({ spec }) => podRequests(spec))
  const cpu = requests.reduce((sum, one) => sum + (one.cpu ?? 0), 0)
  const memory = requests.reduce((sum, one) => sum + (one.memory ?? 0), 0)
  const most = node.status.allocatable ?? {}
  const broken: string[] = []
  if (cpu > toMilli(most.cpu ?? '0')) broken.push(`${node.metadata.name} has promised ${cpu}m CPU`)
  if (memory > toWhole(most.memory ?? '0')) broken.push(`${node.metadata.name} has promised ${memory} bytes`)
  if (running.length > toWhole(most.pods ?? '0'))
    broken.push(`${node.metadata.name} has ${running.length} pods`)
  return broken
}

/** A Deployment never asks for more pods than its replicas and surge, once its last scaling has been worked in. */
function rolloutBounds(server: ApiServer): string[] {
  return server.list(Deployments).flatMap((deployment) => {
    const sets = server.byIndex(ReplicaSets, 'controllerUid', deployment.metadata.uid)
    const asked = sets.reduce((sum, set) => sum + set.spec.replicas, 0)
    const allowed = Math.max(
      0,
      ...sets.map((set) => Number(set.metadata.annotations?.['deployment.kubernetes.io/max-replicas'] ?? 0)),
    )
    return asked > allowed
      ? [`${deployment.metadata.name} asks for ${asked} pods, at most ${allowed} allowed`]
      : []
  })
}

function revisionsRise({ engine }: Simulation): string[] {
  const { registry } = engine.state
  const broken: string[] = []
  for (let slot = 1; slot <= registry.slotCount; slot++) {
    const object = registry.value(slot) as { metadata: ObjectMeta } | undefined
    if (object !== undefined && Number(object.metadata.resourceVersion) !== registry.lastRevision(slot)) {
      broken.push(
        `${object.metadata.name} says revision ${object.metadata.resourceVersion}, not ${registry.lastRevision(slot)}`,
      )
    }
  }
  return broken
}
