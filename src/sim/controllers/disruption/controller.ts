/**
 * Says of each disruption budget how many of its pods may go. Models pkg/controller/disruption/disruption.go of Kubernetes
 * v1.36; where it deviates is listed in fidelity.ts.
 */
import { podFacets } from '../../api/kinds/pod/facets.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { withDisruptionCondition, withSyncFailure } from '../../api/kinds/podDisruptionBudget/condition.ts'
import { PodDisruptionBudgets } from '../../api/kinds/podDisruptionBudget/index.ts'
import { coversPod } from '../../api/kinds/podDisruptionBudget/selection.ts'
import type { Pod, PodDisruptionBudget, PodDisruptionBudgetStatus } from '../../api/types/index.ts'
import type { Controller, ReconcileContext } from '../../client/controller.ts'
import { type Tick, tickOfTime, ticksOf } from '../../core/clock.ts'
import { equalValues } from '../../core/frozen.ts'
import { changed } from '../../core/ledger.ts'
import { allowedDisruptions, type Demand, demandOf, needsScale } from './arithmetic.ts'
import { countOf, isHealthy, type PodCount } from './podCount.ts'
import { expectedScale } from './scale.ts'
import { budgetChanged, budgetsOfPod, type Memory } from './watches.ts'

type Context = ReconcileContext<Memory>

/** A pod whose eviction was accepted should be on its way out after this time. */
const deletionTimeout = ticksOf(120)
const component = 'controllermanager'

export const disruptionController: Controller<Memory> = {
  name: 'disruption-controller',
  watches: [
    { resource: PodDisruptionBudgets, enqueue: budgetChanged },
    {
      resource: Pods,
      parts: changed.metadata | changed.deletion | podFacets.readiness,
      enqueue: budgetsOfPod,
    },
  ],
  memory: () => ({ budgets: new Set() }),

  reconcile(context, key) {
    const budget = context.lister(PodDisruptionBudgets).byKey(key)
    if (budget === undefined) return
    const count = countOf(context, key, budget)
    if (count.pods === 0) say(context, budget, 'Normal', 'NoPods', 'No matching pods found')
    const demand = demandFor(context, budget, count)
    if (demand === undefined) return
    const { disrupted, healthy, recheckAt } = disruptedPods(context, budget)
    writeStatus(context, budget, demand, disrupted, count.healthy - healthy)
    if (recheckAt !== undefined) context.enqueueAfter(key, recheckAt - context.tick + 1)
  },
}

/** Undefined where it cannot be found out; then the budget says so, and allows nothing. */
function demandFor(context: Context, budget: PodDisruptionBudget, count: PodCount): Demand | undefined {
  if (!needsScale(budget.spec)) return demandOf(budget.spec, count.pods, 0)
  const { scale, lost } = expectedScale(context, budget, count)
  if (lost !== undefined) {
    const why = `found no controllers for pod ${JSON.stringify(lost)}`
    const message = `Failed to calculate the number of expected pods: ${why}`
    say(context, budget, 'Warning', 'CalculateExpectedPodCountFailed', message)
    write(context, budget, withSyncFailure(budget.status, why, context.tick))
    return undefined
  }
  if (count.unmanaged > 0) say(context, budget, 'Warning', 'UnmanagedPods', unmanagedText(budget))
  return demandOf(budget.spec, count.pods, scale)
}

/**
 * Evictions that were accepted and whose pods are not being deleted yet, and how many of those pods are healthy still. They
 * are forgotten after a while.
 */
function disruptedPods(
  context: Context,
  budget: PodDisruptionBudget,
): { disrupted: Record<string, string>; healthy: number; recheckAt: Tick | undefined } {
  const disrupted: Record<string, string> = {}
  let healthy = 0
  let recheckAt: Tick | undefined
  for (const { pod, since } of acceptedEvictions(context, budget)) {
    const due = tickOfTime(since) + deletionTimeout
    if (due < context.tick) {
      const { namespace } = budget.metadata
      const message = `Pod was expected by PDB ${namespace}/${namespace} to be deleted but it wasn't`
      context.client.event(pod, { type: 'Warning', reason: 'NotDeleted', message, component })
    } else {
      disrupted[pod.metadata.name] = since
      if (isHealthy(pod)) healthy++
      recheckAt = Math.min(recheckAt ?? due, due)
    }
  }
  return { disrupted, healthy, recheckAt }
}

/** Of pods that are not being deleted, in the order in which they were made. */
function acceptedEvictions(
  { lister, engine }: Context,
  budget: PodDisruptionBudget,
): readonly { readonly pod: Pod; readonly since: string }[] {
  const { metadata, status } = budget
  const { registry } = engine.state
  return Object.entries(status.disruptedPods ?? {})
    .flatMap(([name, since]) => {
      const pod = lister(Pods).get(metadata.namespace ?? '', name)
      if (pod === undefined || pod.metadata.deletionTimestamp !== undefined || !coversPod(budget, pod))
        return []
      return { pod, since, slot: registry.slotOfVersion(pod.metadata) }
    })
    .sort((a, b) => a.slot - b.slot)
}

function writeStatus(
  context: Context,
  budget: PodDisruptionBudget,
  demand: Demand,
  disrupted: Readonly<Record<string, string>>,
  healthy: number,
): void {
  const { metadata, status } = budget
  const { generation = 0 } = metadata
  const numbers: PodDisruptionBudgetStatus = {
    ...(generation === 0 ? {} : { observedGeneration: generation }),
    ...(Object.keys(disrupted).length === 0 ? {} : { disruptedPods: disrupted }),
    disruptionsAllowed: allowedDisruptions(demand, healthy),
    currentHealthy: healthy,
    desiredHealthy: demand.desired,
    expectedPods: demand.expected,
    ...(status.conditions === undefined ? {} : { conditions: status.conditions }),
  }
  write(context, budget, withDisruptionCondition(numbers, context.tick))
}

function write({ client }: Context, budget: PodDisruptionBudget, status: PodDisruptionBudgetStatus): void {
  if (!equalValues(budget.status, status)) client.updateStatus(PodDisruptionBudgets, budget, status)
}

function unmanagedText({ spec }: PodDisruptionBudget): string {
  const labels = Object.entries(spec.selector?.matchLabels ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}: ${value},`)
  const selector = `&LabelSelector{MatchLabels:map[string]string{${labels.join('')}},MatchExpressions:[]LabelSelectorRequirement{},}`
  return (
    `Pods selected by this PodDisruptionBudget (selector: ${selector}) were found to be unmanaged. As a result, the ` +
    'status of the PDB cannot be calculated correctly, which may result in undefined behavior. To account for these ' +
    'pods please set ".spec.minAvailable" field of the PDB to an integer value.'
  )
}

function say(
  { client }: Context,
  budget: PodDisruptionBudget,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
): void {
  client.event(budget, { type, reason, message, component })
}
