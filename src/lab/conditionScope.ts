/** What the functions of a condition look at: a world, perhaps a moment to measure from, and a purse of steps. */
import type { Kind } from '../sim/api/kind.ts'
import { kindFor, kindId, kinds } from '../sim/api/kinds/index.ts'
import { parseLabelSelector } from '../sim/api/labelSelector.ts'
import type { ApiObject } from '../sim/api/types/index.ts'
import type { Registry } from '../sim/core/registry.ts'
import type { Stored } from '../sim/core/stored.ts'
import type { Simulation } from '../sim/world/simulation.ts'
import type { Moment } from './moment.ts'

/** Looking at so many objects costs one step. */
const objectsAStep = 4

export class ConditionScope {
  readonly world: Simulation
  since: Moment | undefined
  /** Pays for work done outside the expression's own loops. */
  spend: (steps: number) => void = () => {}
  /** Slots of objects that may be gone, or are older states of those that are there. */
  readonly #slots = new WeakMap<object, number>()

  constructor(world: Simulation) {
    this.world = world
  }

  get registry(): Registry {
    return this.world.engine.state.registry
  }

  /** What conditions say "since" of. */
  get moment(): Moment {
    if (this.since === undefined) throw new Error('there is no step to measure from')
    return this.since
  }

  /** "web" in namespace default, or "namespace/web". */
  find(kind: Kind, path: string): ApiObject {
    const slash = path.indexOf('/')
    const namespace = slash < 0 ? 'default' : path.slice(0, slash)
    const object = this.world.engine.server.stored(kind, namespace, path.slice(slash + 1))
    if (object === undefined) throw new Error(`there is no ${kind.singular} ${path}`)
    return object
  }

  /** As stored, whether or not the API server answers; in the order of creation. */
  list(kind: Kind, selector = ''): readonly ApiObject[] {
    const slots = this.registry.names(kindId(kind)).slots()
    return this.#matching(
      slots.map((slot) => this.registry.value(slot)),
      selector,
    )
  }

  /** How many `list` would find. At no cost: a condition may be asked in every tick of a world of 150,000 pods. */
  count(plural: string): number {
    const kind = kindNamed(plural)
    return this.registry.names(kindId(kind)).within(kind.namespaced ? 'default' : '').size
  }

  /** Values by slot from `first` on, as `valueOf` gives them, of one kind and with a selector. */
  pick(
    plural: string,
    selector: string,
    first: number,
    last: number,
    valueAt: (slot: number) => Stored | undefined,
  ) {
    const id = kindId(kindNamed(plural))
    const found: Stored[] = []
    for (let slot = first; slot <= last; slot++) {
      if (this.registry.shelfOf(slot) !== id) continue
      const value = valueAt(slot)
      if (value === undefined) continue
      this.#slots.set(value, slot)
      found.push(value)
    }
    this.spend(Math.ceil((last - first + 1) / objectsAStep))
    return this.#matching(found, selector)
  }

  /** The slot of an object that a condition holds in its hand; 0 for anything else. */
  slotOf(object: unknown): number {
    if (typeof object !== 'object' || object === null) return 0
    const known = this.#slots.get(object)
    if (known !== undefined) return known
    const { apiVersion, kind: name, metadata } = object as Partial<ApiObject>
    const kind = kindFor(apiVersion ?? '', name ?? '')
    if (kind === undefined || metadata === undefined) return 0
    return this.world.engine.server.slot(kind, metadata.namespace ?? '', metadata.name)
  }

  #matching(objects: readonly (Stored | undefined)[], selector: string): readonly ApiObject[] {
    this.spend(Math.ceil(objects.length / objectsAStep))
    const matches = parseLabelSelector(selector)
    return (objects as readonly ApiObject[]).filter(({ metadata }) => {
      return (metadata.namespace ?? 'default') === 'default' && matches(metadata.labels ?? {})
    })
  }
}

function kindNamed(plural: string): Kind {
  const kind = kinds.find((one) => one.plural === plural)
  if (kind === undefined)
    throw new Error(`there is no kind "${plural}": there is ${kinds.map((one) => one.plural).join(', ')}`)
  return kind
}
