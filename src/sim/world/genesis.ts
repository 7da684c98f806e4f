/** How a cluster begins: the namespaces of a fresh control plane, its Service, and machines whose kubelets register. */
import { Namespaces } from '../api/kinds/namespace/index.ts'
import { Services } from '../api/kinds/service/index.ts'
import type { Namespace, Service } from '../api/types/index.ts'
import type { Caller } from '../apiserver/caller.ts'
import { unlimited } from '../client/limits.ts'
import { causedBy } from '../core/ledger.ts'
import type { MachineShape } from '../substrate/index.ts'
import type { Simulation } from './simulation.ts'

export const standardNamespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system'] as const

/** Brings a cluster up in no time: when this returns, the nodes are Ready and it is still tick 0. */
export function buildCluster(world: Simulation, machines: readonly MachineShape[], line: string): void {
  const round = foundCluster(world, machines, line)
  while (!round());
}

/** As `buildCluster`, in rounds of bounded work. What it answers does the next one, and tells whether that was the last. */
export function foundCluster(
  world: Simulation,
  machines: readonly MachineShape[],
  line: string,
): () => boolean {
  const { state, server, substrate, limits } = world.engine
  const because = state.ledger.appendLine(state.tick, 'command', 'user', line, causedBy(0))
  const caller: Caller = { actor: 'kube-apiserver', cause: causedBy(because) }
  const usual = limits.of('controller-manager')
  limits.set('controller-manager', unlimited)
  for (const name of standardNamespaces) server.create(caller, Namespaces, namespaceNamed(name))
  server.create(caller, Services, kubernetesService)
  for (const machine of machines) substrate.machines.add(machine, because)
  return () => {
    if (world.settleFurther()) return false
    limits.set('controller-manager', usual)
    return true
  }
}

const unwritten = { uid: '', resourceVersion: '', creationTimestamp: '' }

function namespaceNamed(name: string): Namespace {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, ...unwritten }, spec: {}, status: {} }
}

const kubernetesService: Service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: {
    name: 'kubernetes',
    namespace: 'default',
    labels: { component: 'apiserver', provider: 'kubernetes' },
    ...unwritten,
  },
  spec: {
    type: 'ClusterIP',
    clusterIP: '10.0.0.1',
    ports: [{ name: 'https', protocol: 'TCP', port: 443, targetPort: 6443 }],
  },
  status: {},
}
