/**
 * The extension points of the scheduling framework (k8s.io/kube-scheduler/framework/interface.go, v1.36), each as one
 * small function type. A plugin is a folder in `../plugins` whose `index.ts` exports `plugin`; nothing lists them. Where it
 * differs from Kubernetes stands in its `fidelity.ts`.
 *
 * PreFilter and PreScore look at the pod once and hand back the function that looks at one node: what upstream keeps
 * in a CycleState is here what that function remembers. Answering with nothing to do is the code Skip.
 */
import type { Pod } from '../../api/types/index.ts'
import type { QueueingHints } from '../queue/clusterEvent.ts'
import type { NodeInfo } from './nodeInfo.ts'
import type { PodShape } from './podInfo.ts'
import type { Snapshot } from './snapshot.ts'
import type { Status } from './status.ts'

export interface Cycle {
  readonly pod: Pod
  readonly shape: PodShape
  readonly snapshot: Snapshot
}

export type Filter = (node: NodeInfo) => Status

export interface FilterPlan {
  /** Absent: every node passes. */
  readonly filter?: Filter
  /** Nodes outside this set need not be looked at. */
  readonly onlyNodes?: ReadonlySet<string>
  /** The pod fits nowhere, whatever the nodes. */
  readonly rejection?: Status
}

export type PreFilter = (cycle: Cycle) => FilterPlan

export type Score = (node: NodeInfo) => number

/** `feasible`: the nodes that will be scored. Undefined is Skip: the plugin adds nothing to any node. */
export type PreScore = (cycle: Cycle, feasible: readonly NodeInfo[]) => Score | undefined

/** Turns raw scores into 0…100, in place. `feasible` has the nodes in the same order. */
export type NormalizeScore = (scores: number[], feasible: readonly NodeInfo[], cycle: Cycle) => void

export interface Plugin {
  /** "NodeResourcesFit" */
  readonly name: string
  /** Its place in the default profile, by which filters run and rows print. */
  readonly order: number
  readonly weight: number
  readonly preFilter?: PreFilter
  readonly preScore?: PreScore
  readonly normalize?: NormalizeScore
  /** Which changes of the cluster may help a pod that this plugin refused. */
  readonly hints?: QueueingHints
}

export const nothingToFilter: FilterPlan = {}

export const maxNodeScore = 100
