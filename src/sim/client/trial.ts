/**
 * What would happen if: nodes and pods on paper, judged by the scheduler's filters. The autoscaler asks with it whether a
 * new machine would help, and whether the pods of an old one would find another place.
 */
import type { Labels, Node, Pod } from '../api/types/index.ts'

export interface TrialNode {
  readonly node: Node
  readonly pods: readonly Pod[]
}

export interface Trial {
  addNode(node: Node, pods: readonly Pod[]): void
  removeNode(name: string): void
  /** Of the nodes named, the first that the pod fits on; undefined: none. */
  firstFit(pod: Pod, nodes: readonly string[]): string | undefined
  /** Why the pod does not fit, in the scheduler's words; undefined: it does. */
  refusal(pod: Pod, node: string): readonly string[] | undefined
  place(pod: Pod, node: string): void
  take(pod: Pod, node: string): void
}

export type MakeTrial = (nodes: readonly TrialNode[], namespaces: ReadonlyMap<string, Labels>) => Trial
