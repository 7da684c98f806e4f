/** Functions of conditions that compare with a moment: what came, went and stayed since, and whose doing it was. */
import type { Environment } from '@marcbachmann/cel-js'
import type { ApiObject } from '../sim/api/types/index.ts'
import { changed } from '../sim/core/ledger.ts'
import type { Stored } from '../sim/core/stored.ts'
import type { ConditionScope } from './conditionScope.ts'

type Lister = (scope: ConditionScope, plural: string, selector: string) => readonly ApiObject[]

const listers: Readonly<Record<string, Lister>> = { at_start: atStart, created, deleted, kept }

const none = '–'

export function registerSince(environment: Environment, scope: ConditionScope): void {
  for (const [name, lister] of Object.entries(listers)) {
    environment.registerFunction(`${name}(string): dyn`, (plural: string) => lister(scope, plural, ''))
    environment.registerFunction(`${name}(string, string): dyn`, (plural: string, selector: string) =>
      lister(scope, plural, selector),
    )
  }
  environment.registerFunction('by(dyn): string', (object: unknown) => creatorOf(scope, object))
  environment.registerFunction('deleted_by(dyn): string', (object: unknown) => deleterOf(scope, object))
  environment.registerFunction('names(dyn): string', (list: readonly ApiObject[]) => namesOf(list))
  environment.registerFunction('run_seconds(): double', () => (scope.world.tick - scope.moment.tick) / 10)
}

function atStart(scope: ConditionScope, plural: string, selector: string) {
  const { values } = scope.moment
  return scope.pick(plural, selector, 1, values.length - 1, (slot) => values[slot])
}

function created(scope: ConditionScope, plural: string, selector: string) {
  const { registry, moment } = scope
  return scope.pick(plural, selector, moment.values.length, registry.slotCount, (slot) =>
    lastValue(scope, slot),
  )
}

function deleted(scope: ConditionScope, plural: string, selector: string) {
  const { registry, moment } = scope
  return scope.pick(plural, selector, 1, registry.slotCount, (slot) => {
    const isNew = slot >= moment.values.length
    if (!isNew && !isStaying(moment.values[slot])) return undefined
    return isStaying(registry.value(slot)) ? undefined : lastValue(scope, slot)
  })
}

function kept(scope: ConditionScope, plural: string, selector: string) {
  const { registry, moment } = scope
  return scope.pick(plural, selector, 1, moment.values.length - 1, (slot) => {
    const now = registry.value(slot)
    return moment.values[slot] !== undefined && isStaying(now) ? now : undefined
  })
}

function isStaying(object: Stored | undefined): boolean {
  return object !== undefined && object.metadata.deletionTimestamp === undefined
}

/** As it is, or as it was before it went; undefined once that is forgotten, many thousands of writes later. */
function lastValue({ registry }: ConditionScope, slot: number): Stored | undefined {
  return registry.value(slot) ?? registry.writeAt(registry.lastRevision(slot))?.before
}

function creatorOf(scope: ConditionScope, object: unknown): string {
  const revisions = writesOf(scope, object)
  const first = revisions.at(-1)
  if (first === undefined) throw new Error('by: give an object of the API')
  return scope.registry.ledger.actorOf(first)
}

/** Whoever asked first; the last write may be the kubelet's, when the containers have ended. */
function deleterOf(scope: ConditionScope, object: unknown): string {
  const { ledger } = scope.registry
  const revisions = writesOf(scope, object)
  if (revisions.length === 0) throw new Error('deleted_by: give an object of the API')
  const asked = revisions.findLast((revision) => (ledger.maskOf(revision) & changed.deletion) !== 0)
  if (asked !== undefined) return ledger.actorOf(asked)
  const last = revisions[0] as number
  return ledger.verbOf(last) === 'delete' ? ledger.actorOf(last) : ''
}

/** The object's writes, newest first. */
function writesOf(scope: ConditionScope, object: unknown): readonly number[] {
  const { registry } = scope
  const slot = scope.slotOf(object)
  const revisions: number[] = []
  for (let at = slot === 0 ? 0 : registry.lastRevision(slot); at > 0; at = registry.ledger.previousOf(at)) {
    revisions.push(at)
  }
  scope.spend(Math.ceil(revisions.length / 8))
  return revisions
}

function namesOf(list: readonly ApiObject[]): string {
  if (!Array.isArray(list)) throw new Error('names: give a list of objects')
  return list.length === 0 ? none : list.map((object) => object.metadata.name).join(', ')
}
