import { toMilli, toWhole } from '../../../sim/api/quantity.ts'
import type { Node, Taint } from '../../../sim/api/types/index.ts'
import type { Engine } from '../../../sim/client/engine.ts'
import type { Machine } from '../../../sim/substrate/index.ts'
import type { NodeCard } from '../format.ts'
import { readinessOf } from '../look.ts'

export function nodeCard(slot: number, node: Node, { substrate, server }: Engine): NodeCard {
  const { name, labels } = node.metadata
  const { allocatable = {} } = node.status
  const lastHeard = server.heartbeats.isBeating(name) ? -1 : server.heartbeats.lastRenewal(name)
  return {
    slot,
    name,
    zone: labels?.['topology.kubernetes.io/zone'] ?? '',
    ready: readinessOf(node),
    cordoned: node.spec.unschedulable === true,
    taints: (node.spec.taints ?? []).map(taintText),
    machine: machineState(substrate.machines.get(name)),
    ...(lastHeard < 0 ? {} : { lastHeard }),
    cpu: toMilli(allocatable.cpu ?? '0'),
    memory: toWhole(allocatable.memory ?? '0'),
    podLimit: toWhole(allocatable.pods ?? '0'),
  }
}

function taintText({ key, value, effect }: Taint): string {
  return value ? `${key}=${value}:${effect}` : `${key}:${effect}`
}

export function machineState(machine: Machine | undefined): NodeCard['machine'] {
  if (machine === undefined) return 'none'
  if (!machine.power) return 'off'
  if (!machine.kubelet) return 'kubelet-stopped'
  return machine.network ? 'on' : 'cut-off'
}
