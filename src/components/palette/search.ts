/** What the palette finds for a text: a line to run, actions, objects. */
import { disassemble } from 'es-hangul'
import type { World } from '../../state/index.ts'

export interface Named {
  /** What it is found by. */
  readonly name: string
}

/**
 * All words of the query have to be in the name, in any order; names that begin with it come first. Hangul is compared
 * letter by letter, so that a syllable not finished yet finds what it will be.
 */
export function findNamed<T extends Named>(all: readonly T[], query: string, most: number): readonly T[] {
  const wanted = letters(query)
  const parts = wanted.split(/\s+/).filter((part) => part !== '')
  const found = all
    .map((one) => ({ one, name: letters(one.name) }))
    .filter(({ name }) => parts.every((part) => name.includes(part)))
  const begins = ({ name }: { name: string }) => (name.startsWith(wanted) ? 0 : 1)
  return found
    .sort((a, b) => begins(a) - begins(b))
    .slice(0, most)
    .map(({ one }) => one)
}

const letters = (text: string): string => disassemble(text.trim().toLowerCase())

export const isCommandLine = (text: string): boolean => /^\s*(kubectl|sim)\s+\S/.test(text)

export interface FoundObject extends Named {
  readonly slot: number
}

/** Of a world with more the Map's search finds all. */
const mostPods = 2000

/** Everything the screen knows by name, as `kubectl get` would write it. */
export function objectsOf({
  deployments,
  replicaSets,
  services,
  autoscalers,
  nodes,
  pods,
}: World): readonly FoundObject[] {
  const named = (kind: string, cards: Iterable<{ readonly slot: number; readonly name: string }>) =>
    Array.from(cards, ({ slot, name }) => ({ slot, name: `${kind}/${name}` }))
  return [
    ...named('deployment', deployments.values()),
    ...named('replicaset', replicaSets.values()),
    ...named('service', services.values()),
    ...named('hpa', autoscalers),
    ...named('node', nodes.values()),
    ...named('pod', pods.first(mostPods)),
  ]
}
