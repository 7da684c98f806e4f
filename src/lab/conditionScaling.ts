/** What a condition may know of scaling: what autoscalers decided, and what pools of machines have cost. */
import type { Environment } from '@marcbachmann/cel-js'
import type { CloudProvider, NodePool } from '../sim/client/cloudProvider.ts'
import { type ScalingDecision, scalingDecisions } from '../sim/world/autoscaling.ts'
import type { ConditionScope } from './conditionScope.ts'

export function registerScaling(environment: Environment, scope: ConditionScope): void {
  environment.registerFunction('decisions(string): dyn', (name: string) => decisions(scope, name, 0))
  environment.registerFunction('decisions_since(string): dyn', (name: string) =>
    decisions(scope, name, scope.moment.tick + 1),
  )
  environment.registerFunction('pool(string): dyn', (name: string) => poolNow(scope, name))
  environment.registerFunction('pool_since(string): dyn', (name: string) => poolSince(scope, name))
}

/** Oldest first, a hundred at most. "web" is in namespace default; "shop/web" in shop. */
function decisions({ world, spend }: ConditionScope, path: string, first: number): readonly object[] {
  const [name = '', namespace = 'default'] = path.split('/').reverse()
  const all = scalingDecisions(world, namespace, name).filter(({ tick }) => tick >= first)
  spend(Math.ceil(all.length / 4))
  return all.map((decision) => toldOf(decision, world.tick))
}

/** Sizes are ints; -1 where the decision did not get so far. `past`: what an earlier recommendation held it at. */
function toldOf(decision: ScalingDecision, now: number): object {
  const { tick, outcome, current, recommended, stabilized, limited, bound, desired, metrics } = decision
  const [metric] = metrics
  return {
    outcome,
    secondsAgo: (now - tick) / 10,
    current: whole(current),
    recommended: whole(recommended),
    stabilized: whole(stabilized?.replicas),
    heldFor: stabilized?.past === undefined ? 0 : (tick - stabilized.past.at) / 10,
    limited: whole(limited?.replicas),
    bound: bound ?? '',
    desired: whole(desired),
    ratio: metric?.ratio ?? 0,
    metric: metric?.current ?? '',
    target: metric?.target ?? '',
    error: metric?.error ?? decision.error ?? '',
  }
}

function whole(size: number | undefined): bigint {
  return BigInt(size ?? -1)
}

/** Money as the pool's price has it; `arrived` are the machines that are there. */
function poolNow({ world }: ConditionScope, name: string): object {
  const { cloud, pool } = poolNamed(world.engine.cloud, name)
  const hours = cloud.machineHours(name)
  return {
    machines: BigInt(pool.machines.length),
    arrived: BigInt(pool.machines.filter(({ cameAt }) => cameAt !== undefined).length),
    price: pool.price,
    hours: rounded(hours),
    cost: hours * pool.price,
  }
}

function poolSince({ world, moment }: ConditionScope, name: string): object {
  const { cloud, pool } = poolNamed(world.engine.cloud, name)
  const hours = cloud.machineHours(name) - (moment.machineHours.get(name) ?? 0)
  return { hours: rounded(hours), cost: hours * pool.price }
}

/** Sums of parts of hours are whole where they should be. */
function rounded(hours: number): number {
  return Math.round(hours * 10_000) / 10_000
}

function poolNamed(cloud: CloudProvider | undefined, name: string): { cloud: CloudProvider; pool: NodePool } {
  const pool = cloud?.pool(name)
  if (cloud === undefined || pool === undefined) throw new Error(`there is no pool ${name}`)
  return { cloud, pool }
}
