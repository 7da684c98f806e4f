/** Choosing nodes by labels and name (k8s.io/component-helpers/scheduling/corev1/nodeaffinity, v1.36). */
import { labelOf, newRequirement, type Operator, type Requirement } from './labelRequirement.ts'
import { matchesAll } from './labelSelector.ts'
import type { Labels, Node, NodeSelector, NodeSelectorRequirement, NodeSelectorTerm } from './types/index.ts'

/** What a selector looks at: a node, or the outline of one. */
export interface SelectableNode {
  readonly metadata: { readonly name: string; readonly labels?: Labels }
}

/** One matching term is enough; without terms nothing matches. */
export function matchesNodeSelector(selector: NodeSelector, node: SelectableNode | Node): boolean {
  return (selector.nodeSelectorTerms ?? []).some((term) => matchesNodeSelectorTerm(term, node))
}

/** All conditions of a term hold. An empty term, or one that breaks the grammar, matches nothing. */
export function matchesNodeSelectorTerm(term: NodeSelectorTerm, node: SelectableNode | Node): boolean {
  const conditions = compiled(term)
  if (conditions === undefined) return false
  const { name, labels = {} } = node.metadata
  return matchesAll(conditions.labels, labels) && matchesAll(conditions.fields, { [nameField]: name })
}

/** The plain `nodeSelector` of a pod: every label as written. */
export function hasNodeLabels(wanted: Labels | undefined, node: SelectableNode | Node): boolean {
  const labels = node.metadata.labels ?? {}
  for (const key in wanted) if (labelOf(labels, key) !== wanted[key]) return false
  return true
}

const nameField = 'metadata.name'

interface Conditions {
  readonly labels: readonly Requirement[]
  readonly fields: readonly Requirement[]
}

const operators: ReadonlyMap<string, Operator> = new Map([
  ['In', 'in'],
  ['NotIn', 'notin'],
  ['Exists', 'exists'],
  ['DoesNotExist', '!'],
  ['Gt', 'gt'],
  ['Lt', 'lt'],
])

/** Terms in the registry are frozen: each is read once. False: it matches nothing. */
const known = new WeakMap<NodeSelectorTerm, Conditions | false>()

function compiled(term: NodeSelectorTerm): Conditions | undefined {
  let conditions = known.get(term)
  if (conditions === undefined) {
    conditions = conditionsOrFalse(term)
    if (Object.isFrozen(term)) known.set(term, conditions)
  }
  return conditions === false ? undefined : conditions
}

function conditionsOrFalse({
  matchExpressions = [],
  matchFields = [],
}: NodeSelectorTerm): Conditions | false {
  if (matchExpressions.length === 0 && matchFields.length === 0) return false
  if (!matchFields.every(isFieldCondition)) return false
  try {
    return { labels: matchExpressions.map(requirement), fields: matchFields.map(fieldRequirement) }
  } catch {
    return false
  }
}

function requirement({ key, operator, values }: NodeSelectorRequirement): Requirement {
  return newRequirement(key, operators.get(operator) as Operator, values ?? [])
}

/** Names are longer and freer than label values: their grammar is not checked. */
function fieldRequirement({ key, operator, values }: NodeSelectorRequirement): Requirement {
  return { key, operator: operators.get(operator) as Operator, values: values ?? [] }
}

/** Of fields only the name can be asked for, and only one at a time. */
function isFieldCondition({ key, operator, values }: NodeSelectorRequirement): boolean {
  return key === nameField && (operator === 'In' || operator === 'NotIn') && values?.length === 1
}
