/**
 * How many machines of a pool it takes to hold pods, found out on paper (cluster-autoscaler/estimator/binpacking_estimator.go):
 * the largest pods first, each on the first new machine that has room for it.
 */
import { podRequests } from '../../api/podRequests.ts'
import { toMilli, toWhole } from '../../api/quantity.ts'
import type { Pod } from '../../api/types/index.ts'
import type { PoolShape } from '../../client/cloudProvider.ts'
import type { Trial } from '../../client/trial.ts'
import { templateNode } from './template.ts'

export interface Estimate {
  readonly nodes: number
  readonly pods: readonly Pod[]
}

/** `zones`: where the next machines would stand, as many as there may be. Leaves the paper as it found it. */
export function estimate(
  trial: Trial,
  pool: PoolShape,
  zones: readonly string[],
  pods: readonly Pod[],
): Estimate {
  const added: string[] = []
  const used = new Set<string>()
  const placed: Pod[] = []
  for (const pod of largestFirst(pods, pool)) {
    const node = trial.firstFit(pod, added) ?? onNewMachine(trial, pool, zones, pod, added, used)
    if (node === undefined) continue
    trial.place(pod, node)
    used.add(node)
    placed.push(pod)
  }
  for (const name of added) trial.removeNode(name)
  return { nodes: used.size, pods: placed }
}

/** While the newest machine is empty, another like it would not help either. */
function onNewMachine(
  trial: Trial,
  pool: PoolShape,
  zones: readonly string[],
  pod: Pod,
  added: string[],
  used: ReadonlySet<string>,
): string | undefined {
  const newest = added[added.length - 1]
  if (newest !== undefined && !used.has(newest)) return undefined
  if (added.length >= zones.length) return undefined
  const name = paperName(pool, added.length)
  trial.addNode(templateNode(pool, name, zones[added.length] as string), [])
  added.push(name)
  return trial.firstFit(pod, [name])
}

export function paperName({ name }: PoolShape, n: number): string {
  return `template-node-for-${name}-${n}`
}

/** By the sum of the shares of a machine that a pod asks for; as they came where two ask for the same. */
export function largestFirst(pods: readonly Pod[], { cpu, memory }: PoolShape): readonly Pod[] {
  const size = ({ spec }: Pod) => {
    const asked = podRequests(spec)
    return (asked.cpu ?? 0) / toMilli(cpu) + (asked.memory ?? 0) / toWhole(memory)
  }
  return pods
    .map((pod, i) => ({ pod, i, size: size(pod) }))
    .sort((a, b) => b.size - a.size || a.i - b.i)
    .map(({ pod }) => pod)
}
