/**
 * Conditions over a world, in CEL: `deployment('web').status.readyReplicas == 5`, `pods('app=web').all(p, ready(p))`,
 * `gaps() == 0`. An object that doesn't exist, like any other mistake, makes the whole condition an error, and a
 * condition that errors counts as unmet.
 */
import { Environment, type ParseResult } from '@marcbachmann/cel-js'
import type { Kind } from '../sim/api/kind.ts'
import { kinds } from '../sim/api/kinds/index.ts'
import { parseLabelSelector } from '../sim/api/labelSelector.ts'
import type { ApiObject, Pod } from '../sim/api/types/index.ts'
import { openGaps } from '../sim/world/gaps.ts'
import type { Simulation } from '../sim/world/simulation.ts'
import { WorkLimit } from './conditionWork.ts'

const longestCondition = 4096

interface Conditions {
  readonly environment: Environment
  /** The condition of the last evaluation: a wait asks for the same one at every tick. */
  last?: { readonly expression: string; readonly program: ParseResult; readonly work: WorkLimit }
}

/** True, false, or what is wrong with the expression. */
export function evaluateCondition(world: Simulation, expression: string): boolean | string {
  try {
    const { program, work } = compiled(world, expression)
    const value: unknown = work.watch(() => program({}))
    return typeof value === 'boolean' ? value : 'not a condition: it is neither true nor false'
  } catch (error) {
    return firstLine(error)
  }
}

/** What makes the expression wrong in every world: its grammar, its types, or the work it asks for. */
export function flawOf(world: Simulation, expression: string): string | undefined {
  try {
    const { program, work } = compiled(world, expression)
    const { valid, error } = program.check()
    if (!valid) return firstLine(error)
    evaluateCondition(world, expression)
    return work.exceeded
  } catch (error) {
    return firstLine(error)
  }
}

function compiled(world: Simulation, expression: string) {
  if (expression.length > longestCondition)
    throw new Error(`the condition is longer than ${longestCondition} characters`)
  const conditions = conditionsOf(world)
  if (conditions.last?.expression !== expression) {
    const program = conditions.environment.parse(expression)
    conditions.last = { expression, program, work: new WorkLimit(program.ast) }
  }
  return conditions.last
}

function firstLine(error: unknown): string {
  return ((error as Error).message.split('\n')[0] as string).trim()
}

const environments = new WeakMap<Simulation, Conditions>()

function conditionsOf(world: Simulation): Conditions {
  let conditions = environments.get(world)
  if (conditions === undefined) {
    conditions = { environment: newEnvironment(world) }
    environments.set(world, conditions)
  }
  return conditions
}

/** For every kind a function by its singular (one object) and by its plural (a list, with or without a selector). */
function newEnvironment(world: Simulation): Environment {
  const environment = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false })
  for (const kind of kinds) {
    environment.registerFunction(`${kind.singular}(string): dyn`, (name: string) => find(world, kind, name))
    environment.registerFunction(`${kind.plural}(): dyn`, () => list(world, kind))
    environment.registerFunction(`${kind.plural}(string): dyn`, (selector: string) =>
      list(world, kind, selector),
    )
  }
  environment.registerFunction('ready(dyn): bool', (pod: Pod) => isReady(pod))
  environment.registerFunction(
    'terminating(dyn): bool',
    (pod: Pod) => pod.metadata.deletionTimestamp !== undefined,
  )
  environment.registerFunction('gaps(): int', () => BigInt(openGaps(world.engine.server).length))
  environment.registerFunction('seconds(): double', () => world.tick / 10)
  return environment
}

/** "web" in namespace default, or "namespace/web". */
function find(world: Simulation, kind: Kind, path: string): ApiObject {
  const slash = path.indexOf('/')
  const namespace = slash < 0 ? 'default' : path.slice(0, slash)
  const object = world.engine.server.stored(kind, namespace, path.slice(slash + 1))
  if (object === undefined) throw new Error(`there is no ${kind.singular} ${path}`)
  return object
}

function list(world: Simulation, kind: Kind, selector = ''): readonly ApiObject[] {
  const matches = parseLabelSelector(selector)
  return world.engine.server.list(kind, 'default').filter((object) => matches(object.metadata.labels ?? {}))
}

function isReady(pod: Pod): boolean {
  const ready = pod.status.conditions?.some(
    (condition) => condition.type === 'Ready' && condition.status === 'True',
  )
  return ready === true && pod.metadata.deletionTimestamp === undefined
}
