/** The Node object that a kubelet keeps (pkg/kubelet/kubelet_node_status.go and nodestatus/setters.go, v1.36). */
import type { ContainerImage, Node, NodeCondition, NodeStatus } from '../api/types/index.ts'
import { type Tick, timeText } from '../core/clock.ts'
import { settled } from '../core/frozen.ts'
import type { Machine, MachineShape, Pressure } from '../substrate/index.ts'
import { nodeAddress, podNetwork } from './addresses.ts'
import { bootId, familiarReference, imageId, machineId, systemId } from './identifiers.ts'
import type { NodeRun } from './nodeRun.ts'

export const kubeletVersion = 'v1.36.2'

interface Reading {
  readonly type: string
  readonly status: 'True' | 'False'
  readonly reason: string
  readonly message: string
}

const networkNotReady =
  'container runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady ' +
  'message:Network plugin returns error: cni plugin not initialized'

/** A Node as it is registered: not ready yet. */
export function newNode(machine: Machine, node: NodeRun, seed: number, now: Tick): Node {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: node.name,
      uid: '',
      resourceVersion: '',
      creationTimestamp: '',
      labels: nodeLabels(machine),
      annotations: {
        'node.alpha.kubernetes.io/ttl': '0',
        'volumes.kubernetes.io/controller-managed-attach-detach': 'true',
      },
    },
    spec: podNetworkOf(node),
    status: {
      ...nodeStatus(machine, node, seed, {}, now),
      conditions: conditionsOf(machine.pressure, false, [], now),
    },
  }
}

export function nodeLabels(machine: Machine): Record<string, string> {
  return {
    'beta.kubernetes.io/arch': 'amd64',
    'beta.kubernetes.io/os': 'linux',
    'kubernetes.io/arch': 'amd64',
    'kubernetes.io/hostname': machine.name,
    'kubernetes.io/os': 'linux',
    ...(machine.zone === '' ? {} : { 'topology.kubernetes.io/zone': machine.zone }),
    ...machine.labels,
  }
}

export function podNetworkOf(node: NodeRun): { podCIDR: string; podCIDRs: readonly string[] } {
  const network = `${podNetwork(node.ordinal)}0/24`
  return { podCIDR: network, podCIDRs: [network] }
}

/** What a kubelet that is ready reports of its machine. `stored`: the status it replaces. */
export function nodeStatus(
  machine: Machine,
  node: NodeRun,
  seed: number,
  stored: NodeStatus,
  now: Tick,
): NodeStatus {
  const resources = {
    'ephemeral-storage': '100Gi',
    pods: String(machine.pods),
    cpu: machine.cpu,
    memory: machine.memory,
  }
  return {
    ...stored,
    capacity: { ...resources, ...stored.capacity },
    allocatable: { ...resources, ...stored.capacity, ...stored.allocatable },
    conditions: conditionsOf(machine.pressure, true, stored.conditions ?? [], now),
    addresses: [
      { type: 'InternalIP', address: nodeAddress(node.ordinal) },
      { type: 'Hostname', address: node.name },
    ],
    daemonEndpoints: { kubeletEndpoint: { Port: 10250 } },
    nodeInfo: {
      machineID: machineId(seed, node.name),
      systemUUID: systemId(seed, node.name),
      bootID: bootId(seed, node.name, machine.boots),
      kernelVersion: '6.12.57+deb13-amd64',
      osImage: 'Debian GNU/Linux 13 (trixie)',
      containerRuntimeVersion: 'containerd://2.2.1',
      kubeletVersion,
      kubeProxyVersion: '',
      operatingSystem: 'linux',
      architecture: 'amd64',
    },
  }
}

/** The machine that a Node object made by hand asks for. */
export function machineLike({ metadata, status }: Node): MachineShape {
  const resources = { cpu: '4', memory: '16Gi', pods: '110', ...status?.capacity, ...status?.allocatable }
  const labels = metadata.labels ?? {}
  return {
    name: metadata.name,
    cpu: resources.cpu,
    memory: resources.memory,
    pods: Number(resources.pods),
    zone: labels['topology.kubernetes.io/zone'] ?? '',
    labels: {},
  }
}

/** --node-status-max-images */
const maxImages = 50

/** The largest first, each by digest and by name, as the runtime spells it. */
export function imageList(
  images: readonly string[],
  sizeOf: (image: string) => number,
): readonly ContainerImage[] {
  return images
    .map((image) => listed(image, sizeOf(image)))
    .sort((a, b) => b.sizeBytes - a.sizeBytes || ((a.names[1] as string) < (b.names[1] as string) ? -1 : 1))
    .slice(0, maxImages)
}

/** Every node that has the image lists the same object. */
const known = new Map<string, Required<ContainerImage>>()

function listed(image: string, sizeBytes: number): Required<ContainerImage> {
  const entry = known.get(image)
  if (entry?.sizeBytes === sizeBytes) return entry
  const names = settled([imageId(image), familiarReference(image)])
  const made = Object.freeze({ names, sizeBytes })
  known.set(image, made)
  return made
}

/** The event reason that goes with a condition ("Node node-1 status is now: NodeReady"). */
export function conditionWord({ type, status }: NodeCondition): string {
  return (status === 'True' ? wordsWhenTrue : wordsWhenFalse)[type] ?? type
}

const wordsWhenTrue: Readonly<Record<string, string>> = {
  MemoryPressure: 'NodeHasInsufficientMemory',
  DiskPressure: 'NodeHasDiskPressure',
  PIDPressure: 'NodeHasInsufficientPID',
  Ready: 'NodeReady',
}

const wordsWhenFalse: Readonly<Record<string, string>> = {
  MemoryPressure: 'NodeHasSufficientMemory',
  DiskPressure: 'NodeHasNoDiskPressure',
  PIDPressure: 'NodeHasSufficientPID',
  Ready: 'NodeNotReady',
}

function conditionsOf(
  pressure: Pressure,
  isReady: boolean,
  stored: readonly NodeCondition[],
  now: Tick,
): readonly NodeCondition[] {
  const readings = [
    pressureReading('MemoryPressure', pressure === 'memory', 'Memory', 'memory available'),
    diskReading(pressure === 'disk'),
    pressureReading('PIDPressure', pressure === 'pid', 'PID', 'PID available'),
    readyReading(isReady),
  ]
  const own = readings.map((reading) => withTimes(reading, stored, now))
  const foreign = stored.filter(({ type }) => !readings.some((reading) => reading.type === type))
  return [...foreign, ...own]
}

function withTimes(reading: Reading, stored: readonly NodeCondition[], now: Tick): NodeCondition {
  const former = stored.find(({ type }) => type === reading.type)
  const { type, status, reason, message } = reading
  const since = former?.status === status ? (former.lastTransitionTime ?? timeText(now)) : timeText(now)
  return { type, status, lastHeartbeatTime: timeText(now), lastTransitionTime: since, reason, message }
}

function pressureReading(type: string, isTrue: boolean, word: string, what: string): Reading {
  return isTrue
    ? {
        type,
        status: 'True',
        reason: `KubeletHasInsufficient${word}`,
        message: `kubelet has insufficient ${what}`,
      }
    : {
        type,
        status: 'False',
        reason: `KubeletHasSufficient${word}`,
        message: `kubelet has sufficient ${what}`,
      }
}

function diskReading(isTrue: boolean): Reading {
  const type = 'DiskPressure'
  return isTrue
    ? { type, status: 'True', reason: 'KubeletHasDiskPressure', message: 'kubelet has disk pressure' }
    : { type, status: 'False', reason: 'KubeletHasNoDiskPressure', message: 'kubelet has no disk pressure' }
}

function readyReading(isReady: boolean): Reading {
  const type = 'Ready'
  return isReady
    ? { type, status: 'True', reason: 'KubeletReady', message: 'kubelet is posting ready status' }
    : { type, status: 'False', reason: 'KubeletNotReady', message: networkNotReady }
}
