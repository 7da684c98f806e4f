import type { Pod } from '../../../sim/api/types/index.ts'
import type { Cycle } from '../../../sim/scheduler/framework/plugin.ts'
import type { Filtering, Refusal } from '../../../sim/scheduler/framework/runFilters.ts'
import { unschedulable } from '../../../sim/scheduler/framework/status.ts'
import { bestNodes, type Candidate, pickOneNode } from '../../../sim/scheduler/preemption/pickOneNode.ts'
import {
  type CandidateLimits,
  findCandidates,
  notEligible,
} from '../../../sim/scheduler/preemption/preempt.ts'
import type { Budget } from '../../../sim/scheduler/preemption/victims.ts'
import { compare } from '../difference.ts'
import { cycleOf, podOf, type Shape } from '../schedulerShapes.ts'
import type { Verdict } from '../vectors.ts'

interface NodeShape {
  readonly name: string
  readonly labels?: Readonly<Record<string, string>>
  readonly allocatable: Readonly<Record<string, string>>
}

interface VictimShape {
  readonly name: string
  readonly priority: number
  readonly startTime?: string
}

interface PickInput {
  readonly nodes: Readonly<
    Record<string, { readonly numPDBViolations: number; readonly pods: readonly VictimShape[] }>
  >
}

interface BudgetShape {
  readonly metadata?: { readonly namespace?: string }
  readonly spec: { readonly selector?: Budget['selector'] }
  readonly status: { readonly disruptionsAllowed: number; readonly disruptedPods?: object }
}

interface DryRunInput {
  readonly preemptor?: Shape
  readonly preemptors?: readonly Shape[]
  readonly nodes: readonly NodeShape[]
  readonly existingPods: readonly Shape[]
  readonly pdbs?: readonly BudgetShape[]
  readonly args?: { readonly MinCandidateNodesPercentage: number; readonly MinCandidateNodesAbsolute: number }
}

interface DryRunResult {
  readonly candidatesPerCycle: readonly Readonly<
    Record<string, { readonly victims: readonly string[]; readonly numPDBViolations: number }>
  >[]
}

interface EligibleInput {
  readonly pod: Shape
  readonly existingPods: readonly Shape[]
  readonly nodes: readonly string[]
  readonly nominatedNodeStatus: Refusal['status']['code'] | null
}

interface Case {
  readonly kind: 'pickOneNode' | 'dryRun' | 'selectBestCandidate' | 'podEligible'
  readonly input: unknown
  readonly expected: unknown
}

export default function run({ kind, input, expected }: Case): Verdict {
  switch (kind) {
    case 'pickOneNode':
      return compare(pickOneNode(candidatesOf(input as PickInput))?.node, (expected as { node: string }).node)
    case 'dryRun':
      return judgeDryRun(input as DryRunInput, expected as DryRunResult)
    case 'selectBestCandidate':
      return judgeBest(input as DryRunInput, (expected as { anyOf: readonly string[] }).anyOf)
    case 'podEligible':
      return compare(isEligible(input as EligibleInput), expected)
  }
}

function candidatesOf({ nodes }: PickInput): Candidate[] {
  return Object.entries(nodes).map(([node, { numPDBViolations, pods }]) => ({
    node,
    violations: numPDBViolations,
    pods: pods.map(({ name, priority, startTime }) =>
      podOf(
        { metadata: { name }, spec: { priority }, status: startTime === undefined ? {} : { startTime } },
        name,
      ),
    ),
  }))
}

/** Where the search was told to stop early, which nodes it came to first was chance: only how far it went counts. */
function judgeDryRun(input: DryRunInput, { candidatesPerCycle }: DryRunResult): Verdict {
  const cycles = (input.preemptors ?? []).map((pod) => victimsByNode(candidatesFor(pod, input)))
  if (input.args === undefined) return compare(cycles, candidatesPerCycle)
  return compare(cycles.map(howFar), candidatesPerCycle.map(howFar))
}

function victimsByNode(candidates: readonly Candidate[]): DryRunResult['candidatesPerCycle'][number] {
  return Object.fromEntries(
    candidates.map(({ node, pods, violations }) => [
      node,
      { victims: pods.map(({ metadata }) => metadata.name).sort(), numPDBViolations: violations },
    ]),
  )
}

function howFar(cycle: DryRunResult['candidatesPerCycle'][number]) {
  const victims = Object.values(cycle)
  return {
    candidates: victims.length,
    harmless: victims.some(({ numPDBViolations }) => numPDBViolations === 0),
  }
}

/** Some cases have lost the start times that decided: the expected node must be among those that no rule tells apart. */
function judgeBest(input: DryRunInput, anyOf: readonly string[]): Verdict {
  const best = bestNodes(candidatesFor(input.preemptor as Shape, input)).map(({ node }) => node)
  return (
    best.some((node) => anyOf.includes(node)) || `got ${best.join(', ')}, expected one of ${anyOf.join(', ')}`
  )
}

function candidatesFor(
  pod: Shape,
  { nodes, existingPods, pdbs = [], args }: DryRunInput,
): readonly Candidate[] {
  const cycle = cycleOf({
    pod,
    existingPods,
    nodes: nodes.map(({ name, labels = {}, allocatable }) => ({
      metadata: { name, labels },
      status: { allocatable: { pods: '110', ...allocatable } },
    })),
  })
  const limits: CandidateLimits | undefined = args && {
    percentage: args.MinCandidateNodesPercentage,
    absolute: args.MinCandidateNodesAbsolute,
  }
  return findCandidates(cycle, everyNodeRefused(cycle), pdbs.map(budgetOf), 0, limits).candidates
}

function everyNodeRefused({ snapshot }: Cycle): Filtering {
  const refusal: Refusal = { plugin: 'NodeResourcesFit', status: unschedulable() }
  return { feasible: [], refusals: new Map(snapshot.nodes.map(({ name }) => [name, refusal])), visited: 0 }
}

function budgetOf({ metadata, spec, status }: BudgetShape): Budget {
  return {
    namespace: metadata?.namespace ?? '',
    selector: spec.selector,
    disruptionsAllowed: status.disruptionsAllowed,
    disruptedPods: Object.keys(status.disruptedPods ?? {}),
  }
}

/** The pods that are being deleted are taken to make way for another, which is all that 1.20 knew of. */
function isEligible({ pod, existingPods, nodes, nominatedNodeStatus }: EligibleInput): boolean {
  const leaving = [{ type: 'DisruptionTarget', status: 'True', reason: 'PreemptionByScheduler' }]
  const cycle = cycleOf({
    pod,
    nodes: nodes.map((name) => ({ metadata: { name } })),
    existingPods: existingPods.map((one) => ({ ...one, status: { conditions: leaving } })),
  })
  const { nominatedNodeName } = (cycle.pod as Pod).status
  const refusals = new Map<string, Refusal>()
  if (nominatedNodeStatus !== null && nominatedNodeName !== undefined) {
    refusals.set(nominatedNodeName, { plugin: '', status: { code: nominatedNodeStatus, reasons: [] } })
  }
  return notEligible(cycle, { feasible: [], refusals, visited: 0 }) === undefined
}
