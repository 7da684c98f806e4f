/** What the Traffic lens shows, read off the world: one Service, who asks it, and the pods behind it by their nodes. */
import {
  type LoadCard,
  type NodeCard,
  type PodCard,
  type PodLoad,
  type ServiceCard,
  type Session,
  type World,
  watchedLoad,
} from '../../../state/index.ts'
import { inOrder } from '../actual/crowd.ts'
import { isOwn } from '../desired/ownService.ts'

export interface BusyPod {
  readonly pod: PodCard
  readonly load: PodLoad
}

export interface NodeGroup {
  /** Undefined for pods that have no node yet. */
  readonly node: NodeCard | undefined
  readonly pods: readonly BusyPod[]
}

export interface VersionShare {
  /** 0: of no workload. */
  readonly revision: number
  readonly rps: number
  readonly failedPerSecond: number
}

export interface Scene {
  readonly services: readonly ServiceCard[]
  readonly service: ServiceCard | undefined
  /** Where requests go, as a line takes it: "svc/web". */
  readonly target: string
  readonly load: LoadCard | undefined
  readonly groups: readonly NodeGroup[]
  readonly versions: readonly VersionShare[]
}

export function sceneOf(world: World, session: Session): Scene {
  const services = [...world.services.values()].filter(isOwn).sort((a, b) => a.slot - b.slot)
  const load = watchedLoad(world, session)
  const slot = load?.service ?? session.watched
  const service = services.find((one) => one.slot === slot) ?? (load === undefined ? services[0] : undefined)
  const pods = (load?.pods ?? (service?.pods ?? []).map(idle)).flatMap((one): readonly BusyPod[] => {
    const pod = world.pods.get(one.pod)
    return pod === undefined ? [] : [{ pod, load: one }]
  })
  return {
    services,
    service,
    target: load?.target ?? (service === undefined ? '' : targetOf(service)),
    load,
    groups: groupsOf(pods, world.nodes),
    versions: versionsOf(pods),
  }
}

/** An endpoint that nobody has asked yet. */
function idle(pod: number): PodLoad {
  return { pod, isEndpoint: true, rps: 0, failedPerSecond: 0, inFlight: 0, threads: 0 }
}

export function targetOf({ namespace, name }: ServiceCard): string {
  return namespace === 'default' ? `svc/${name}` : `svc/${name} -n ${namespace}`
}

function groupsOf(pods: readonly BusyPod[], nodes: World['nodes']): readonly NodeGroup[] {
  const onNode = new Map<number, BusyPod[]>()
  for (const busy of pods) onNode.set(busy.pod.node, [...(onNode.get(busy.pod.node) ?? []), busy])
  const placed = inOrder(nodes.values()).flatMap((node): readonly NodeGroup[] => {
    const own = onNode.get(node.slot)
    return own === undefined ? [] : [{ node, pods: own }]
  })
  const homeless = pods.filter(({ pod }) => !nodes.has(pod.node))
  return homeless.length === 0 ? placed : [...placed, { node: undefined, pods: homeless }]
}

function versionsOf(pods: readonly BusyPod[]): readonly VersionShare[] {
  const sums = new Map<number, { revision: number; rps: number; failedPerSecond: number }>()
  for (const { pod, load } of pods) {
    const sum = sums.get(pod.revision) ?? { revision: pod.revision, rps: 0, failedPerSecond: 0 }
    sum.rps += load.rps
    sum.failedPerSecond += load.failedPerSecond
    sums.set(pod.revision, sum)
  }
  return [...sums.values()].filter(({ rps }) => rps > 0).sort((a, b) => a.revision - b.revision)
}
