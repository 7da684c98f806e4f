import type { Labels } from '../../../sim/api/types/index.ts'
import { NodeTree } from '../../../sim/scheduler/framework/nodeTree.ts'
import { compare } from '../difference.ts'
import type { Verdict } from '../vectors.ts'

interface Case {
  readonly input: {
    readonly add: readonly { readonly name: string; readonly labels: Labels }[]
    readonly remove?: readonly string[]
    readonly operations?: readonly ('add' | 'remove')[]
  }
  readonly expected: readonly string[]
}

/** Additions and removals are taken in their own order, as the operations ask for them. */
export default function run({ input, expected }: Case): Verdict {
  const tree = new NodeTree()
  const labels = new Map(input.add.map((node) => [node.name, node.labels]))
  const additions = [...input.add]
  const removals = [...(input.remove ?? [])]
  for (const operation of input.operations ?? input.add.map(() => 'add')) {
    const added = operation === 'add' ? additions.shift() : undefined
    const removed = operation === 'add' ? undefined : removals.shift()
    if (added !== undefined) tree.add(added.name, added.labels)
    if (removed !== undefined) tree.remove(removed, labels.get(removed) ?? {})
  }
  return compare(tree.list(), expected)
}
