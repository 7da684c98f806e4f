/** Which services a change of a pod concerns (the handlers in pkg/controller/endpointslice, Kubernetes v1.36). */
import { forSelectingKeys } from '../../api/kinds/selection.ts'
import { Services } from '../../api/kinds/service/index.ts'
import { isPodReady } from '../../api/podReadiness.ts'
import type { EndpointSlice, Labels, Pod, Service } from '../../api/types/index.ts'
import type { Change } from '../../client/component.ts'
import type { HandlerContext } from '../../client/controller.ts'
import { belongsInSlices } from './endpoint.ts'

const none: readonly string[] = []

export function podChanged(change: Change, context: HandlerContext<unknown>): readonly string[] {
  const before = change.before as Pod | undefined
  const after = change.after as Pod | undefined
  if (!changesEndpoint(before, after)) return none
  const keys: string[] = []
  if (before !== undefined) addServices(keys, before, context)
  if (after !== undefined && after.metadata.labels !== before?.metadata.labels)
    addServices(keys, after, context)
  return keys.length === 0 ? none : keys
}

/** A slice that somebody else changed or removed is put right. */
export function sliceChanged(change: Change, { engine }: HandlerContext<unknown>): readonly string[] {
  if (engine.state.ledger.actorOf(change.revision) === actor) return none
  const slice = (change.after ?? change.before) as EndpointSlice
  const service = slice.metadata.labels?.['kubernetes.io/service-name']
  const isOurs = slice.metadata.labels?.[managedBy] === controllerName
  return isOurs && service !== undefined ? [`${slice.metadata.namespace}/${service}`] : none
}

/** As it appears in the ledger. */
export const actor = 'endpointslice-controller'
export const managedBy = 'endpointslice.kubernetes.io/managed-by'
export const controllerName = 'endpointslice-controller.k8s.io'

/** Whether any slice would say something else now. Most changes of a pod don't matter. */
function changesEndpoint(before: Pod | undefined, after: Pod | undefined): boolean {
  const was = before !== undefined && belongsInSlices(before)
  const is = after !== undefined && belongsInSlices(after)
  if (was !== is) return true
  if (!was || !is) return false
  return (
    before.status.podIP !== after.status.podIP ||
    before.metadata.labels !== after.metadata.labels ||
    before.metadata.deletionTimestamp !== after.metadata.deletionTimestamp ||
    isPodReady(before) !== isPodReady(after)
  )
}

function addServices(keys: string[], pod: Pod, { lister }: HandlerContext<unknown>): void {
  const services = lister(Services)
  forSelectingKeys(pod, (key) => {
    for (const service of services.byIndex('selector', key)) {
      if (!selects(service, pod.metadata.labels ?? {})) continue
      const name = `${service.metadata.namespace}/${service.metadata.name}`
      if (!keys.includes(name)) keys.push(name)
    }
  })
}

/** A service without a selector leaves its slices to somebody else. */
export function selects({ spec }: Service, labels: Labels): boolean {
  const { selector } = spec
  if (selector === undefined) return false
  for (const key in selector) if (labels[key] !== selector[key]) return false
  return true
}
