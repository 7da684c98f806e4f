/**
 * Conditions over a world, in CEL: `deployment('web').status.readyReplicas == 5`, `pods('app=web').all(p, ready(p))`,
 * `gaps() == 0`. An object that doesn't exist, like any other mistake, makes the whole condition an error, and a
 * condition that errors counts as unmet.
 */
import { Environment } from '@marcbachmann/cel-js'
import type { Kind } from '../sim/api/kind.ts'
import { kinds } from '../sim/api/kinds/index.ts'
import { parseLabelSelector } from '../sim/api/labelSelector.ts'
import type { ApiObject, Pod } from '../sim/api/types/index.ts'
import { openGaps } from '../sim/world/gaps.ts'
import type { Simulation } from '../sim/world/simulation.ts'

const longestCondition = 4096

/** True, false, or what is wrong with the expression. */
export function evaluateCondition(world: Simulation, expression: string): boolean | string {
  if (expression.length > longestCondition) return `longer than ${longestCondition} characters`
  try {
    const value = environmentOf(world).evaluate(expression, {})
    return typeof value === 'boolean' ? value : 'not a condition: it is neither true nor false'
  } catch (error) {
    return ((error as Error).message.split('\n')[0] as string).trim()
  }
}

const environments = new WeakMap<Simulation, Environment>()

function environmentOf(world: Simulation): Environment {
  let environment = environments.get(world)
  if (environment === undefined) {
    environment = newEnvironment(world)
    environments.set(world, environment)
  }
  return environment
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
