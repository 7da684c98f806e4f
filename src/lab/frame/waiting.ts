/** Why a gap stays open: what its owner waits for. One small function a kind; the screen has the words. */
import { podCondition } from '../../sim/api/podReadiness.ts'
import type { Deployment, Node, Pod, ReplicaSet } from '../../sim/api/types/index.ts'
import type { Tick } from '../../sim/core/clock.ts'
import { type Gap, ownerOfPodGap, type PodGapField } from '../../sim/world/gaps.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import { machineState } from './cards/node.ts'
import type { WaitingFor } from './format.ts'
import type { OpenGap } from './gapWatch.ts'
import { objectAt } from './neighbours.ts'

/** Undefined: for nothing, it is at work. */
export function waitingFor(world: Simulation, { slot, gap }: OpenGap): WaitingFor | undefined {
  const object = objectAt(world, slot)
  return (
    whyNobodyWorks(world, gap.owner) ?? (object && byKind[object.kind]?.(world, slot, object as never, gap))
  )
}

/** The same for a pod, of whose gap nobody has made an object. */
export function waitingForPod(
  world: Simulation,
  slot: number,
  pod: Pod,
  field: PodGapField,
): WaitingFor | undefined {
  return whyNobodyWorks(world, ownerOfPodGap[field]) ?? whyPod(world, slot, pod, { field })
}

function whyNobodyWorks({ engine }: Simulation, owner: string): WaitingFor | undefined {
  const { server, controlPlane } = engine
  if (!server.running) return { reason: 'api-server' }
  return controlPlane.isStopped(owner) ? { reason: 'asleep', name: owner } : undefined
}

type Why<T> = (world: Simulation, slot: number, object: T, gap: Gap) => WaitingFor | undefined

const byKind: Readonly<Record<string, Why<never>>> = {
  Deployment: whyDeployment,
  ReplicaSet: whyReplicaSet,
  Pod: whyPod,
  Node: whyNode,
}

/** What a Deployment can do at once it does at once; the rest comes as new pods get ready and old ones make way. */
function whyDeployment(world: Simulation, _slot: number, deployment: Deployment, { owner, field }: Gap) {
  const { metadata, status } = deployment
  const isSeen = status.observedGeneration === metadata.generation
  return (
    whyQueued(world, owner, deployment) ?? (isSeen && field !== 'observedGeneration' ? rollout : undefined)
  )
}

const rollout: WaitingFor = { reason: 'rollout' }

function whyReplicaSet(world: Simulation, _slot: number, replicaSet: ReplicaSet, { owner }: Gap) {
  return whyQueued(world, owner, replicaSet)
}

/** A controller goes through its queue at once, unless it may make no more calls. */
function whyQueued(
  world: Simulation,
  owner: string,
  { metadata }: Deployment | ReplicaSet,
): WaitingFor | undefined {
  const isHeld = componentNamed(world, owner)?.face?.holds(`${metadata.namespace}/${metadata.name}`)
  return isHeld ? { reason: 'rate-limit', name: owner } : undefined
}

function whyPod(
  world: Simulation,
  slot: number,
  pod: Pod,
  { field }: Pick<Gap, 'field'>,
): WaitingFor | undefined {
  if (field === 'nodeName') return whyUnbound(world, pod)
  const name = pod.spec.nodeName ?? ''
  const machine = machineState(world.engine.substrate.machines.get(name))
  if (name !== '' && machine !== 'on') return { reason: 'node-silent', name }
  const doing = componentNamed(world, 'kubelet')?.doing?.(slot)
  if (field === 'existence') return until('termination', doing?.until)
  return doing === undefined ? { reason: 'kubelet', name } : until(whyUnready[doing.what], doing.until)
}

function until(reason: WaitingFor['reason'], tick: Tick | undefined): WaitingFor {
  return tick === undefined ? { reason } : { reason, until: tick }
}

const whyUnready = {
  pull: 'image-pull',
  'back-off': 'back-off',
  start: 'start',
  probe: 'probe',
  stop: 'termination',
} as const

function whyUnbound(world: Simulation, pod: Pod): WaitingFor {
  const scheduled = podCondition(pod, 'PodScheduled')
  if (scheduled?.status === 'False' && scheduled.reason === 'Unschedulable') return { reason: 'no-node-fits' }
  return { reason: 'scheduler', name: pod.spec.schedulerName ?? world.components.scheduler.name }
}

function whyNode(world: Simulation, _slot: number, { metadata }: Node): WaitingFor {
  const { name } = metadata
  const isOn = machineState(world.engine.substrate.machines.get(name)) === 'on'
  return { reason: isOn ? 'kubelet' : 'node-back', name }
}

function componentNamed({ components }: Simulation, name: string) {
  return components.all.find((component) => component.name === name)
}
