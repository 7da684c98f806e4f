/** What the palette finds for a text: a line to run, actions, objects. */
import { disassemble } from 'es-hangul'
import { mostNamed, type World } from '../../state/index.ts'

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

function letters(text: string): string {
  const plain = text.trim().toLowerCase()
  return isPlain.test(plain) ? plain : disassemble(plain)
}

/** Without a Hangul letter, as the names of thousands of nodes are. */
const isPlain = /^[\x20-\x7e]*$/

export const isCommandLine = (text: string): boolean => /^\s*(kubectl|sim)\s+\S/.test(text)

export interface FoundObject extends Named {
  readonly slot: number
}

/** Everything the screen knows by name, as `kubectl get` would write it. Of a large world it does not know the pods' names. */
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
    ...(pods.size > mostNamed ? [] : named('pod', pods.all())),
  ]
}
