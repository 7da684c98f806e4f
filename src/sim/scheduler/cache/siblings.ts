/**
 * What selects a pod's siblings, for default spreading: the Services that select the pod and the controller that owns
 * it (pkg/scheduler/framework/plugins/helper/spread.go, v1.36).
 */
import { controllerOf } from '../../api/kinds/owners.ts'
import type { LabelSelector, Labels, Pod, Service } from '../../api/types/index.ts'
import { equalValues } from '../../core/frozen.ts'
import { WeakTable } from '../../core/weakTable.ts'

/** The selector of a controller; undefined where it is not known, or of a kind that has none that counts. */
export type ControllerSelector = (kind: string, namespace: string, name: string) => LabelSelector | undefined

interface Remembered {
  readonly namespace: string
  readonly owners: Pod['metadata']['ownerReferences']
  readonly epoch: number
  readonly selector: LabelSelector | undefined
}

const noServices: ReadonlyMap<string, Labels> = new Map()

export class Siblings {
  readonly #controllerSelector: ControllerSelector
  /** Namespace → Service → selector. */
  readonly #services = new Map<string, Map<string, Labels>>()
  #epoch = 0
  /** By the pod's labels, which the pods of one template share. */
  #known = new WeakTable<Labels, Remembered>()

  constructor(controllerSelector: ControllerSelector) {
    this.#controllerSelector = controllerSelector
  }

  setService(service: Service): void {
    const { namespace = '', name } = service.metadata
    const services = this.#services.get(namespace) ?? new Map<string, Labels>()
    const selector = service.spec.selector ?? {}
    if (services.get(name) === selector) return
    this.#services.set(namespace, services.set(name, selector))
    this.#epoch++
  }

  removeService(service: Service): void {
    this.#services.get(service.metadata.namespace ?? '')?.delete(service.metadata.name)
    this.#epoch++
  }

  /** These are all the Services there are. */
  follow(services: readonly Service[]): void {
    const present = new Set(services.map(({ metadata }) => `${metadata.namespace}/${metadata.name}`))
    for (const [namespace, known] of this.#services) {
      for (const name of [...known.keys()]) {
        if (present.has(`${namespace}/${name}`)) continue
        known.delete(name)
        this.#epoch++
      }
    }
    for (const service of services) this.setService(service)
  }

  /** A controller has come, has gone or selects otherwise. */
  controllersChanged(): void {
    this.#epoch++
  }

  /** The same object for the same answer, as long as nothing changes. */
  selectorOf(pod: Pod): LabelSelector | undefined {
    const { namespace = '', labels = noLabels, ownerReferences: owners } = pod.metadata
    const known = this.#known.get(labels)
    if (known?.epoch === this.#epoch && known.owners === owners && known.namespace === namespace) {
      return known.selector
    }
    const controller = this.#controllerOf(pod, namespace)
    const fresh = merged(this.#services.get(namespace) ?? noServices, labels, controller)
    const selector = known !== undefined && equalValues(known.selector, fresh) ? known.selector : fresh
    this.#known.set(labels, { namespace, owners, epoch: this.#epoch, selector })
    return selector
  }

  #controllerOf(pod: Pod, namespace: string): LabelSelector | undefined {
    const owner = controllerOf(pod)
    return owner === undefined ? undefined : this.#controllerSelector(owner.kind, namespace, owner.name)
  }
}

const noLabels: Labels = {}

function merged(
  services: ReadonlyMap<string, Labels>,
  labels: Labels,
  controller: LabelSelector | undefined,
): LabelSelector | undefined {
  const matchLabels: Record<string, string> = {}
  for (const selector of services.values()) {
    if (selectsLabels(selector, labels)) Object.assign(matchLabels, selector)
  }
  Object.assign(matchLabels, controller?.matchLabels)
  const matchExpressions = controller?.matchExpressions ?? []
  if (Object.keys(matchLabels).length + matchExpressions.length === 0) return undefined
  return Object.freeze({ matchLabels, matchExpressions })
}

/** A Service without selector selects nothing. */
function selectsLabels(selector: Labels, labels: Labels): boolean {
  const entries = Object.entries(selector)
  return entries.length > 0 && entries.every(([key, value]) => labels[key] === value)
}
