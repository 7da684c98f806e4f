/**
 * Choosing objects by their labels (k8s.io/apimachinery/pkg/labels and pkg/apis/meta/v1/helpers.go, v1.36): selectors
 * as text and as the structured `LabelSelector` of workloads.
 */
import { WeakTable } from '../core/weakTable.ts'
import {
  byKey,
  checkKey,
  checkValue,
  matchesRequirement,
  newRequirement,
  type Operator,
  type Requirement,
  requirementText,
} from './labelRequirement.ts'
import { parseRequirements } from './labelSelectorParser.ts'
import type { LabelSelector, LabelSelectorRequirement, Labels } from './types/index.ts'

export type LabelMatcher = (labels: Labels) => boolean

/** The test that a text like "app=web,tier in (a,b)" stands for; the empty text matches everything. */
export function parseLabelSelector(text: string): LabelMatcher {
  const requirements = parseRequirements(text)
  return (labels) => matchesAll(requirements, labels)
}

/** "x in (a,b),y" for any way to write it. Throws as `parseLabelSelector` does. */
export function canonicalSelector(text: string): string {
  return requirementsText(parseRequirements(text))
}

/** "app=web,tier=fe" and nothing else, as labels. Throws a RangeError for other selectors. */
export function selectorToLabels(text: string): Labels {
  const labels: Record<string, string> = {}
  if (text === '') return labels
  for (const term of text.split(',')) {
    const sides = term.split('=')
    if (sides.length !== 2) throw new RangeError(`invalid selector: [${sides.join(' ')}]`)
    const [key, value] = sides.map((side) => side.trim()) as [string, string]
    checkKey(key, '<nil>')
    checkValue(key, value)
    labels[key] = value
  }
  return labels
}

/** No selector matches nothing, an empty one everything; one that breaks the grammar matches nothing. */
export function matchesLabelSelector(
  selector: LabelSelector | undefined,
  labels: Labels | undefined,
): boolean {
  const requirements = selector && compiled(selector)
  return requirements !== undefined && matchesAll(requirements, labels ?? {})
}

/** The conditions of a selector, sorted by key. Throws a RangeError where one breaks the grammar. */
export function selectorRequirements(selector: LabelSelector): readonly Requirement[] {
  const { matchLabels = {}, matchExpressions } = selector
  const labels = Object.keys(matchLabels).map((key) => newRequirement(key, '=', [matchLabels[key] as string]))
  const expressions = (matchExpressions ?? []).map(expressionRequirement)
  return [...labels, ...expressions].sort(byKey)
}

/** "app=web,tier notin (be)", as selectors are written in text. Throws as `selectorRequirements` does. */
export function labelSelectorText(selector: LabelSelector): string {
  return requirementsText(selectorRequirements(selector))
}

/** The same for people: "<none>" where there is nothing to say, "<error>" where the grammar is broken. */
export function formatLabelSelector(selector: LabelSelector | undefined): string {
  if (selector === undefined) return '<none>'
  const requirements = compiled(selector)
  return requirements === undefined ? '<error>' : requirementsText(requirements) || '<none>'
}

export function requirementsText(requirements: readonly Requirement[]): string {
  return requirements.map(requirementText).join(',')
}

export function matchesAll(requirements: readonly Requirement[], labels: Labels): boolean {
  for (const requirement of requirements) if (!matchesRequirement(requirement, labels)) return false
  return true
}

const expressionOperators: ReadonlyMap<string, Operator> = new Map([
  ['In', 'in'],
  ['NotIn', 'notin'],
  ['Exists', 'exists'],
  ['DoesNotExist', '!'],
])

function expressionRequirement({ key, operator, values }: LabelSelectorRequirement): Requirement {
  const known = expressionOperators.get(operator)
  if (known === undefined) throw new RangeError(`"${operator}" is not a valid label selector operator`)
  return newRequirement(key, known, values ?? [])
}

/** Selectors in the registry are frozen: each is read once. False: it breaks the grammar. */
const known = new WeakTable<LabelSelector, readonly Requirement[] | false>()

function compiled(selector: LabelSelector): readonly Requirement[] | undefined {
  let requirements = known.get(selector)
  if (requirements === undefined) {
    requirements = requirementsOrFalse(selector)
    if (Object.isFrozen(selector)) known.set(selector, requirements)
  }
  return requirements === false ? undefined : requirements
}

function requirementsOrFalse(selector: LabelSelector): readonly Requirement[] | false {
  try {
    return selectorRequirements(selector)
  } catch {
    return false
  }
}
