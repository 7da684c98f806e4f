/** The CONTAINERS and IMAGES cells of a workload's wide table. */
import type { Column } from '../kind.ts'
import type { ApiObject, Container, PodTemplateSpec } from '../types/index.ts'

interface Templated extends ApiObject {
  readonly spec: { readonly template: PodTemplateSpec }
}

export const containerColumns: readonly Column<Templated>[] = [
  { name: 'CONTAINERS', wide: true, cell: (object) => joined(object, (container) => container.name) },
  { name: 'IMAGES', wide: true, cell: (object) => joined(object, (container) => container.image ?? '') },
]

function joined(object: Templated, part: (container: Container) => string): string {
  return object.spec.template.spec.containers.map(part).join(',')
}
