/** Affinity terms of pods, made ready to be matched (pkg/scheduler/framework/types.go, AffinityTerm, v1.36). */
import { matchesLabelSelector, selectorRequirements } from '../../../api/labelSelector.ts'
import type { LabelSelector, Labels, Pod, PodAffinityTerm } from '../../../api/types/index.ts'

export interface Term {
  readonly topologyKey: string
  readonly namespaces: readonly string[]
  readonly namespaceSelector: LabelSelector | undefined
  readonly selector: LabelSelector | undefined
}

export interface WeightedTerm extends Term {
  readonly weight: number
}

export interface PodTerms {
  readonly affinity: readonly Term[]
  readonly antiAffinity: readonly Term[]
  readonly preferredAffinity: readonly WeightedTerm[]
  readonly preferredAntiAffinity: readonly WeightedTerm[]
}

const known = new WeakMap<Pod, PodTerms>()

export function termsOf(pod: Pod): PodTerms {
  let terms = known.get(pod)
  if (terms === undefined) {
    terms = readTerms(pod)
    known.set(pod, terms)
  }
  return terms
}

/** Whether the term means the other pod. */
export function termMatches(term: Term, other: Pod, namespaceLabels: (name: string) => Labels): boolean {
  if (!matchesLabelSelector(term.selector, other.metadata.labels)) return false
  const namespace = other.metadata.namespace ?? ''
  if (term.namespaces.includes(namespace)) return true
  const { namespaceSelector } = term
  return (
    namespaceSelector !== undefined && matchesLabelSelector(namespaceSelector, namespaceLabels(namespace))
  )
}

/** Why a term of the pod cannot be read; undefined where all can. The API server lets no such pod in. */
export function termProblem(pod: Pod): string | undefined {
  const { affinity, antiAffinity } = termsOf(pod)
  for (const { selector = {} } of [...affinity, ...antiAffinity]) {
    try {
      selectorRequirements(selector)
    } catch (error) {
      if (error instanceof RangeError) return error.message
      throw error
    }
  }
  return undefined
}

function readTerms(pod: Pod): PodTerms {
  const { podAffinity, podAntiAffinity } = pod.spec.affinity ?? {}
  const required = (terms: readonly PodAffinityTerm[] = []) => terms.map((term) => readTerm(term, pod))
  const preferred = (terms: readonly { weight: number; podAffinityTerm: PodAffinityTerm }[] = []) =>
    terms.map(({ weight, podAffinityTerm }) => ({ ...readTerm(podAffinityTerm, pod), weight }))
  return {
    affinity: required(podAffinity?.requiredDuringSchedulingIgnoredDuringExecution),
    antiAffinity: required(podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution),
    preferredAffinity: preferred(podAffinity?.preferredDuringSchedulingIgnoredDuringExecution),
    preferredAntiAffinity: preferred(podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution),
  }
}

/** A term without namespaces of any sort means the pod's own namespace. */
function readTerm(term: PodAffinityTerm, pod: Pod): Term {
  const named = term.namespaces ?? []
  const ownOnly = named.length === 0 && term.namespaceSelector === undefined
  return {
    topologyKey: term.topologyKey,
    namespaces: ownOnly ? [pod.metadata.namespace ?? ''] : named,
    namespaceSelector: term.namespaceSelector,
    selector: withOwnLabels(term, pod.metadata.labels ?? {}),
  }
}

/** matchLabelKeys demand the pod's own values, mismatchLabelKeys any other. Frozen selectors are read only once. */
function withOwnLabels(term: PodAffinityTerm, labels: Labels): LabelSelector | undefined {
  const { labelSelector, matchLabelKeys = [], mismatchLabelKeys = [] } = term
  if (labelSelector === undefined || matchLabelKeys.length + mismatchLabelKeys.length === 0)
    return labelSelector
  const demand = (keys: readonly string[], operator: 'In' | 'NotIn') =>
    keys.flatMap((key) => (labels[key] === undefined ? [] : [{ key, operator, values: [labels[key]] }]))
  const own = [...demand(matchLabelKeys, 'In'), ...demand(mismatchLabelKeys, 'NotIn')]
  return Object.freeze({
    ...labelSelector,
    matchExpressions: [...(labelSelector.matchExpressions ?? []), ...own],
  })
}
