/**
 * Asks the cloud for a load balancer for every Service of that type, and gives it back (the cloud-controller-manager's
 * service controller). Models staging/src/k8s.io/cloud-provider/controllers/service/controller.go of Kubernetes v1.36; where
 * it deviates is listed in fidelity.ts.
 */
import { Services } from '../../api/kinds/service/index.ts'
import { isStatus } from '../../api/status.ts'
import type { Service } from '../../api/types/index.ts'
import type { CloudProvider } from '../../client/cloudProvider.ts'
import type { Change } from '../../client/component.ts'
import { type Controller, itself, type ReconcileContext } from '../../client/controller.ts'
import type { Tick } from '../../core/clock.ts'
import { finalizer, hasFinalizer, portsOf, wantsLoadBalancer } from './wants.ts'

interface Memory {
  /** What the load balancer of a service serves, as far as the cloud was told. */
  readonly served: Map<string, string>
  /** Services whose load balancer is being taken down, and until when. */
  readonly leaving: Map<string, Tick>
}

type Context = ReconcileContext<Memory>

const none: readonly string[] = []

export const serviceController: Controller<Memory> = {
  name: 'service-controller',
  watches: [{ resource: Services, enqueue: serviceChanged }],
  memory: () => ({ served: new Map(), leaving: new Map() }),

  reconcile(context, key) {
    const { cloud } = context.engine
    if (cloud === undefined) return
    const service = context.lister(Services).byKey(key)
    if (service === undefined) forget(context, key)
    else if (wantsLoadBalancer(service)) ensure(context, key, service, cloud)
    else if (hasFinalizer(service)) takeDown(context, key, service, cloud)
  },
}

function serviceChanged(change: Change): readonly string[] {
  const concerns = [change.before, change.after].some((object) => {
    const service = object as Service | undefined
    return service !== undefined && (wantsLoadBalancer(service) || hasFinalizer(service))
  })
  return concerns ? itself(change) : none
}

function ensure(context: Context, key: string, service: Service, cloud: CloudProvider): void {
  const { memory, tick, enqueueAfter } = context
  const ports = portsOf(service)
  if (memory.served.get(key) !== ports) {
    say(context, service, 'EnsuringLoadBalancer', 'Ensuring load balancer')
    addFinalizer(context, service)
    memory.served.set(key, ports)
  }
  const { ip, readyAt } = cloud.ensureLoadBalancer(service.metadata.uid)
  if (tick < readyAt) enqueueAfter(key, readyAt - tick)
  else if (service.status.loadBalancer?.ingress?.[0]?.ip !== ip) {
    say(context, service, 'EnsuredLoadBalancer', 'Ensured load balancer')
    context.client.patchStatus(Services, service, ({ status }) => ({
      ...status,
      loadBalancer: { ingress: [{ ip, ipMode: 'VIP' }] },
    }))
  }
}

/** The service stays until the cloud has done its part. */
function takeDown(context: Context, key: string, service: Service, cloud: CloudProvider): void {
  const { memory, tick, enqueueAfter } = context
  const { uid } = service.metadata
  if (cloud.loadBalancer(uid) !== undefined) {
    say(context, service, 'DeletingLoadBalancer', 'Deleting load balancer')
    memory.leaving.set(key, cloud.releaseLoadBalancer(uid))
  }
  const goneAt = memory.leaving.get(key) ?? tick
  if (tick < goneAt) return enqueueAfter(key, goneAt - tick)
  forget(context, key)
  removeFinalizer(context, service)
  say(context, service, 'DeletedLoadBalancer', 'Deleted load balancer')
}

function forget({ memory }: Context, key: string): void {
  memory.served.delete(key)
  memory.leaving.delete(key)
}

function addFinalizer({ client }: Context, service: Service): void {
  if (hasFinalizer(service)) return
  const { namespace = '', name } = service.metadata
  client.patch(Services, namespace, name, (draft) => {
    draft.metadata.finalizers = [...(draft.metadata.finalizers ?? []), finalizer]
    return draft
  })
}

/** A service that stays has no address any more; one that was to go is gone now. */
function removeFinalizer({ client }: Context, service: Service): void {
  const { namespace = '', name } = service.metadata
  try {
    if (service.metadata.deletionTimestamp === undefined)
      client.patchStatus(Services, service, ({ status }) => ({ ...status, loadBalancer: {} }))
    client.patch(Services, namespace, name, (draft) => {
      draft.metadata.finalizers = (draft.metadata.finalizers ?? []).filter((one: string) => one !== finalizer)
      return draft
    })
  } catch (error) {
    if (!isStatus(error, 'NotFound')) throw error
  }
}

function say({ client }: Context, service: Service, reason: string, message: string): void {
  client.event(service, { type: 'Normal', reason, message })
}
