/**
 * Keeps the EndpointSlices of services up to date with their pods. Models pkg/controller/endpointslice of Kubernetes
 * v1.36; where it deviates is listed in fidelity.ts.
 */
import { EndpointSlices } from '../../api/kinds/endpointSlice/index.ts'
import { podFacets } from '../../api/kinds/pod/facets.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { selectorKey } from '../../api/kinds/selection.ts'
import { Services } from '../../api/kinds/service/index.ts'
import { isStatus } from '../../api/status.ts'
import type { EndpointSlice, Labels, Service } from '../../api/types/index.ts'
import { generatedName } from '../../apiserver/metadata.ts'
import { type Controller, itself, type Outcome, type ReconcileContext } from '../../client/controller.ts'
import { controllerReference } from '../../client/ownership.ts'
import { timeText } from '../../core/clock.ts'
import { equalValues } from '../../core/frozen.ts'
import { changed } from '../../core/ledger.ts'
import { desiredGroups } from './endpoints.ts'
import { type Content, planSlices } from './plan.ts'
import { type TriggerTimes, triggerTime, triggerTimeAnnotation } from './triggerTime.ts'
import { actor, controllerName, managedBy, podChanged, sliceChanged } from './watches.ts'

interface Memory {
  readonly triggerTimes: TriggerTimes
}

/** What of a pod its endpoint says, or depends on. */
const endpointParts =
  changed.metadata | changed.deletion | podFacets.phase | podFacets.readiness | podFacets.address

type Context = ReconcileContext<Memory>

export const endpointSliceController: Controller<Memory> = {
  name: actor,
  watches: [
    { resource: EndpointSlices, enqueue: sliceChanged },
    { resource: Pods, parts: endpointParts, enqueue: podChanged },
    { resource: Services, enqueue: itself },
  ],
  memory: () => ({ triggerTimes: new Map() }),

  reconcile(context, key): Outcome {
    const { lister, memory } = context
    const service = lister(Services).byKey(key)
    if (service === undefined) {
      memory.triggerTimes.delete(key)
      return
    }
    const { spec, metadata } = service
    // Without a selector the slices are somebody else's; those of a service that goes are collected with it.
    if (spec.selector === undefined || metadata.deletionTimestamp !== undefined) return
    const existing = slicesOf(context, key)
    if (spec.type === 'ExternalName') return removeAll(context, existing)
    const pods = lister(Pods).byIndex('label', selectorKey(metadata.namespace, spec.selector))
    const since = triggerTime(memory.triggerTimes, key, metadata.creationTimestamp, pods)
    writeSlices(context, service, existing, since)
  },
}

function slicesOf({ lister }: Context, key: string): readonly EndpointSlice[] {
  return lister(EndpointSlices)
    .byIndex('service', key)
    .filter((slice) => slice.metadata.labels?.[managedBy] === controllerName)
    .filter((slice) => slice.metadata.deletionTimestamp === undefined)
}

function writeSlices(
  context: Context,
  service: Service,
  existing: readonly EndpointSlice[],
  since: string | undefined,
): void {
  const plan = planSlices(existing, desiredGroups(context, service))
  const labels = labelsOf(service)
  for (const content of plan.create) createSlice(context, service, content, labels, since)
  for (const slice of existing) {
    if (plan.remove.includes(slice.metadata.name)) continue
    const content = plan.update.get(slice.metadata.name)
    if (content !== undefined || !equalValues(slice.metadata.labels, labels)) {
      updateSlice(context, slice, content ?? slice, labels, since)
    }
  }
  removeAll(
    context,
    existing.filter((slice) => plan.remove.includes(slice.metadata.name)),
  )
}

function createSlice(
  { client, engine, tick }: Context,
  service: Service,
  { ports, endpoints }: Content,
  labels: Labels,
  since: string | undefined,
): void {
  const { name, namespace = 'default', uid: parent } = service.metadata
  const { uid, suffix } = engine.state.nextBirth(parent)
  const generateName = `${name}-`
  client.createTrusted(EndpointSlices, {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: generatedName(generateName, suffix),
      generateName,
      namespace,
      uid,
      resourceVersion: '',
      generation: 1,
      creationTimestamp: timeText(tick),
      labels,
      ...(since !== undefined && { annotations: { [triggerTimeAnnotation]: since } }),
      ownerReferences: [controllerReference(service)],
    },
    addressType: 'IPv4',
    endpoints,
    ports,
  })
}

function updateSlice(
  { client }: Context,
  slice: EndpointSlice,
  { ports, endpoints }: Content,
  labels: Labels,
  since: string | undefined,
): void {
  const { annotations, generation = 0 } = slice.metadata
  const stamped = since === undefined ? annotations : { ...annotations, [triggerTimeAnnotation]: since }
  const metadata = { ...slice.metadata, labels, generation: generation + 1 }
  client.overwrite(EndpointSlices, {
    ...slice,
    metadata: stamped === undefined ? metadata : { ...metadata, annotations: stamped },
    endpoints,
    ports,
  })
}

function removeAll({ client }: Context, slices: readonly EndpointSlice[]): void {
  for (const slice of slices) {
    try {
      client.delete(EndpointSlices, slice)
    } catch (error) {
      if (!isStatus(error, 'NotFound')) throw error
    }
  }
}

/** The service's own labels and those that tie a slice to it. */
function labelsOf({ metadata, spec }: Service): Labels {
  const labels: Record<string, string> = { ...metadata.labels }
  delete labels['service.kubernetes.io/headless']
  labels[managedBy] = controllerName
  labels['kubernetes.io/service-name'] = metadata.name
  if (spec.clusterIP === 'None') labels['service.kubernetes.io/headless'] = ''
  return labels
}
