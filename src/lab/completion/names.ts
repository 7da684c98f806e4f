/** Names in the world that a line may speak of. They are there whether or not the API server answers. */
import type { Kind } from '../../sim/api/kind.ts'
import { Deployments } from '../../sim/api/kinds/deployment/index.ts'
import { kindForResource, kindId, kinds } from '../../sim/api/kinds/index.ts'
import { Pods } from '../../sim/api/kinds/pod/index.ts'
import { ReplicaSets } from '../../sim/api/kinds/replicaSet/index.ts'
import type { ApiObject, Pod, PodSpec } from '../../sim/api/types/index.ts'
import type { Simulation } from '../../sim/world/simulation.ts'

export function objectsOf<T extends ApiObject>(
  { engine }: Simulation,
  kind: Kind<T>,
  namespace: string,
): readonly T[] {
  const { registry } = engine.state
  return registry
    .names(kindId(kind))
    .slots()
    .map((slot) => registry.value(slot) as T)
    .filter(({ metadata }) => !kind.namespaced || metadata.namespace === namespace)
}

export function namesOf(world: Simulation, kind: Kind, namespace: string): readonly string[] {
  return objectsOf(world, kind, namespace).map(({ metadata }) => metadata.name)
}

/** Every word for a kind; without a beginning only one for each. */
export function kindWords(begun: string): readonly string[] {
  if (begun === '') return kinds.map(({ plural }) => plural)
  return kinds.flatMap(({ plural, singular, shortNames }) => [plural, singular, ...shortNames])
}

/** "pod/web-1" for a word that has come to its slash. */
export function pathsOf(world: Simulation, begun: string, namespace: string): readonly string[] {
  const resource = begun.slice(0, begun.indexOf('/'))
  const kind = kindForResource(resource)
  return kind === undefined ? [] : namesOf(world, kind, namespace).map((name) => `${resource}/${name}`)
}

export function machineNames({ engine }: Simulation): readonly string[] {
  return engine.substrate.machines.all().map(({ name }) => name)
}

export function zoneNames({ engine }: Simulation): readonly string[] {
  return engine.substrate.machines.all().map(({ zone }) => zone)
}

/** Images that something runs or somebody spoke of. */
export function imageNames(world: Simulation): readonly string[] {
  const { described } = world.engine.substrate.images
  return [
    ...described,
    ...podSpecs(world).flatMap(({ containers }) => containers.flatMap(({ image }) => image ?? [])),
  ]
}

function podSpecs(world: Simulation): readonly PodSpec[] {
  const { registry } = world.engine.state
  const templates = [Deployments, ReplicaSets].flatMap((kind) =>
    registry
      .names(kindId(kind))
      .slots()
      .map((slot) => registry.value(slot) as unknown as Templated),
  )
  const slots = registry.names(kindId(Pods)).slots()
  const pods = slots.map((slot) => registry.value(slot) as unknown as Pod)
  return [...templates.map(({ spec }) => spec.template.spec), ...pods.map(({ spec }) => spec)]
}

interface Templated {
  readonly spec: { readonly template: { readonly spec: PodSpec } }
}

/** Containers of a pod, or of a workload's template. */
export function containerNames({ engine }: Simulation, slot: number): readonly string[] {
  const object = engine.state.registry.value(slot) as unknown as (Templated & Pod) | undefined
  const spec = object?.spec.template?.spec ?? object?.spec
  return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])].map(({ name }) => name)
}

/** "app=web" of the objects of a kind. */
export function labelPairs(world: Simulation, kind: Kind, namespace: string): readonly string[] {
  return objectsOf(world, kind, namespace).flatMap(({ metadata }) =>
    Object.entries(metadata.labels ?? {}).map(([key, value]) => `${key}=${value}`),
  )
}
