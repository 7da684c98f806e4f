/**
 * The plainest of ingress controllers: it has one load balancer, and writes its address into every Ingress. Kubernetes
 * itself has no such controller; this one stands for those that are installed into it. Where requests go is worked out
 * from the Ingresses themselves (api/kinds/ingress/route.ts).
 */
import { Ingresses } from '../../api/kinds/ingress/index.ts'
import type { Controller } from '../../client/controller.ts'
import { itself } from '../../client/controller.ts'
import { changed } from '../../core/ledger.ts'

/** Whose load balancer it is: the controller's own, not that of an Ingress. */
const owner = 'ingress-controller'

export const ingressController: Controller<object> = {
  name: 'ingress-controller',
  watches: [{ resource: Ingresses, parts: changed.spec, enqueue: itself }],
  memory: () => ({}),

  reconcile({ client, engine, lister, tick, enqueueAfter }, key) {
    const ingress = lister(Ingresses).byKey(key)
    if (engine.cloud === undefined || ingress === undefined) return
    const { ip, readyAt } = engine.cloud.ensureLoadBalancer(owner)
    if (tick < readyAt) return enqueueAfter(key, readyAt - tick)
    if (ingress.status.loadBalancer?.ingress?.[0]?.ip === ip) return
    client.patchStatus(Ingresses, ingress, () => ({ loadBalancer: { ingress: [{ ip }] } }))
  },
}
