/** Services for the bench's Deployments, the small ones first, and clients that send each of them requests. */
import { Deployments } from '../../../sim/api/kinds/deployment/index.ts'
import { Services } from '../../../sim/api/kinds/service/index.ts'
import type { Service } from '../../../sim/api/types/index.ts'
import { causedBy } from '../../../sim/core/ledger.ts'
import type { Simulation } from '../../../sim/world/simulation.ts'

export function sendRequests(world: Simulation, services: number, rps: number): void {
  const { server, substrate, state } = world.engine
  const caller = { actor: 'kubectl', cause: causedBy(0) }
  const names = server.list(Deployments).map(({ metadata }) => metadata.name)
  for (const name of names.slice(-services)) {
    server.create(caller, Services, serviceOf(name))
    substrate.loads.set({
      id: `svc/default/${name}`,
      target: { kind: 'service', namespace: 'default', name, port: '' },
      from: 'inside',
      since: state.tick,
      because: 0,
      shape: { name: 'const', rps, peak: rps, over: 1, after: 0, steps: [] },
      clients: 100,
      timeoutMicros: 1_000_000,
      retries: 0,
    })
  }
}

function serviceOf(name: string): Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'default', uid: '', resourceVersion: '', creationTimestamp: '' },
    spec: { selector: { app: name }, ports: [{ port: 80 }] },
    status: {},
  }
}
