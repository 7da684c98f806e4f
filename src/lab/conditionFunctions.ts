/** What a condition may ask of a world, besides CEL's own functions. */
import { Environment } from '@marcbachmann/cel-js'
import { kinds } from '../sim/api/kinds/index.ts'
import type { Pod } from '../sim/api/types/index.ts'
import { openGaps } from '../sim/world/gaps.ts'
import { registerNumbers } from './conditionNumbers.ts'
import { registerScaling } from './conditionScaling.ts'
import type { ConditionScope } from './conditionScope.ts'
import { registerSince } from './conditionSince.ts'
import { registerTraffic } from './conditionTraffic.ts'

/** For every kind a function by its singular (one object) and by its plural (a list, with or without a selector). */
export function conditionEnvironment(scope: ConditionScope): Environment {
  const environment = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false })
  const { engine } = scope.world
  for (const kind of kinds) {
    environment.registerFunction(`${kind.singular}(string): dyn`, (name: string) => scope.find(kind, name))
    environment.registerFunction(`${kind.plural}(): dyn`, () => scope.list(kind))
    environment.registerFunction(`${kind.plural}(string): dyn`, (selector: string) =>
      scope.list(kind, selector),
    )
  }
  environment.registerFunction('count(string): int', (plural: string) => BigInt(scope.count(plural)))
  environment.registerFunction('ready(dyn): bool', (pod: Pod) => isReady(pod))
  environment.registerFunction('terminating(dyn): bool', (pod: Pod) => isTerminating(pod))
  environment.registerFunction('gaps(): int', () => BigInt(openGaps(engine.server).length))
  environment.registerFunction('seconds(): double', () => scope.world.tick / 10)
  environment.registerFunction('machine(string): string', (name: string) => machineState(scope, name))
  environment.registerFunction('asleep(string): bool', (name: string) => isAsleep(scope, name))
  registerNumbers(environment)
  registerTraffic(environment, scope)
  registerScaling(environment, scope)
  registerSince(environment, scope)
  return environment
}

function isReady(pod: Pod): boolean {
  const conditions = pod.status.conditions ?? []
  return !isTerminating(pod) && conditions.some(({ type, status }) => type === 'Ready' && status === 'True')
}

function isTerminating(pod: Pod): boolean {
  return pod.metadata.deletionTimestamp !== undefined
}

/** The machine itself, whatever the API says of its node. */
function machineState({ world }: ConditionScope, name: string): string {
  const machine = world.engine.substrate.machines.get(name)
  if (machine === undefined) return 'none'
  if (!machine.power) return 'off'
  if (!machine.kubelet) return 'kubelet-stopped'
  return machine.network ? 'on' : 'cut-off'
}

function isAsleep({ world }: ConditionScope, name: string): boolean {
  const { controlPlane } = world.engine
  const component = name === 'scheduler' ? 'default-scheduler' : name
  if (!controlPlane.names.includes(component))
    throw new Error(`there is no "${name}" in the control plane: there is ${controlPlane.names.join(', ')}`)
  return controlPlane.isStopped(component)
}
