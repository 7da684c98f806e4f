/** What the metrics ask for together: the most of it; nothing where one is missing and the others would shrink. */

import { labelSelectorText } from '../../api/labelSelector.ts'
import type { HorizontalPodAutoscaler, LabelSelector, MetricStatus, Pod } from '../../api/types/index.ts'
import { countPods } from './counting.ts'
import type { MetricFinding, Outcome } from './decision.ts'
import { type Found, type Lacking, lookAtMetric } from './lookAtMetric.ts'
import type { Context } from './memory.ts'
import type { Timing } from './podGroups.ts'
import type { PodTally } from './podTally.ts'
import type { Report } from './report.ts'
import type { Scale } from './scale.ts'
import { podsSelected, selectingAutoscalers } from './selectedPods.ts'
import { tolerancesOf } from './tolerance.ts'

export interface Recommended {
  readonly replicas: number
  /** The metric that asks for the most. */
  readonly description: string
  readonly statuses: readonly MetricStatus[]
  readonly findings: readonly MetricFinding[]
}

/** Nothing can be recommended. */
export class Refused extends Error {
  readonly outcome: Outcome
  readonly statuses: readonly MetricStatus[] | null
  readonly findings: readonly MetricFinding[]

  constructor(
    message: string,
    outcome: Outcome,
    statuses: readonly MetricStatus[] | null = null,
    findings: readonly MetricFinding[] = [],
  ) {
    super(message)
    this.outcome = outcome
    this.statuses = statuses
    this.findings = findings
  }
}

/** Undefined: the pods are not all counted yet. */
export function recommend(
  context: Context,
  key: string,
  { metadata, spec }: HorizontalPodAutoscaler,
  scale: Scale,
  report: Report,
  timing: Timing,
): Recommended | undefined {
  const { namespace = '' } = metadata
  const { metrics = [], behavior } = spec
  const pods = podsOf(context, key, namespace, scale.selector, report)
  const client = { source: context.engine.server.metrics, namespace }
  const tallies = countPods(context, key, metrics, pods, client, timing)
  if (tallies === undefined) return undefined
  const scene = {
    current: scale.specReplicas,
    statusReplicas: scale.statusReplicas,
    tolerances: tolerancesOf(behavior),
    client,
  }
  const looks = metrics.map((metric, i) =>
    told(lookAtMetric(metric, { ...scene, tally: tallies[i] as PodTally }), report),
  )
  return greatest(looks, scale.specReplicas, report)
}

/** A metric that can't be had is told of at once. */
function told(look: Found | Lacking, report: Report): Found | Lacking {
  if ('error' in look) report.warn(look.reason, look.message)
  return look
}

function greatest(looks: readonly (Found | Lacking)[], current: number, report: Report): Recommended {
  const found = looks.filter((look): look is Found => 'status' in look)
  const lacking = looks.filter((look): look is Lacking => 'error' in look)
  const statuses = looks.map((look) => ('status' in look ? look.status : unknownStatus))
  const findings = looks.map(({ finding }) => finding)
  let most: Found | undefined
  for (const one of found)
    if (most === undefined || most.replicas === 0 || one.replicas > most.replicas) most = one
  const [first] = lacking
  if (first !== undefined && (most === undefined || most.replicas < current)) {
    const told = `the HPA was unable to compute the replica count: ${first.message}`
    report.condition('ScalingActive', 'False', first.reason, told)
    const counts = `${lacking.length} invalid out of ${looks.length}`
    throw new Refused(
      `invalid metrics (${counts}), first error is: ${first.error}`,
      'no-metrics',
      statuses,
      findings,
    )
  }
  const { replicas = 0, description = '' } = most ?? {}
  const told = `the HPA was able to successfully calculate a replica count from ${description}`
  report.condition('ScalingActive', 'True', 'ValidMetricFound', told)
  return { replicas, description, statuses, findings }
}

const unknownStatus: MetricStatus = { type: '' }

/** The pods that the target's selector means, if no other autoscaler means one of them. */
function podsOf(
  context: Context,
  key: string,
  namespace: string,
  selector: LabelSelector,
  report: Report,
): readonly Pod[] {
  const text = labelSelectorText(selector)
  if (text === '') {
    report.warn('SelectorRequired', 'selector is required')
    const told = "the HPA target's scale is missing a selector"
    report.condition('ScalingActive', 'False', 'InvalidSelector', told)
    throw new Refused('selector is required', 'no-target')
  }
  const { memory } = context
  if (memory.selectors.has(key)) memory.selectors.set(key, selector)
  const pods = podsSelected(context, namespace, selector)
  const selecting = selectingAutoscalers(memory, namespace, pods)
  if (selecting.length <= 1) return pods
  const message = `pods by selector ${text} are controlled by multiple HPAs: [${selecting.join(' ')}]`
  report.warn('AmbiguousSelector', message)
  report.condition('ScalingActive', 'False', 'AmbiguousSelector', message)
  throw new Refused(message, 'ambiguous')
}
