/**
 * What runs on the rails for one frame, read off the engine's ledger: a triangle for your command, a square for an actor's
 * writes, a disc for the news that made a loop turn or reached a node.
 */
import {
  type Frame,
  type LoopCard,
  verbs,
  type World,
  writeColumn,
  writeWords,
} from '../../../state/index.ts'

export interface Errand {
  readonly shape: 'triangle' | 'square' | 'disc'
  readonly between: 'workload' | 'loop' | 'node'
  /** Of the loop or the node. */
  readonly name: string
  /** Whether it goes to the API server, or comes from it. */
  readonly isOut: boolean
}

const kubelet = 'kubelet/'

/** Each once, however often it was done in this frame. */
export function errandsOf(frame: Frame, before: World, now: World): readonly Errand[] {
  const loops = new Set(now.loops.map(({ name }) => name))
  const errands = new Map<string, Errand>()
  const add = (errand: Errand) => errands.set(`${errand.shape} ${errand.between}/${errand.name}`, errand)
  for (const { verb, actor, slot } of rowsOf(frame, now)) {
    if (verb === 'command') add({ shape: 'triangle', between: 'workload', name: '', isOut: true })
    else if (actor.startsWith(kubelet))
      add({ shape: 'square', between: 'node', name: actor.slice(kubelet.length), isOut: true })
    else if (loops.has(actor)) add({ shape: 'square', between: 'loop', name: actor, isOut: true })
    const node = actor.startsWith(kubelet) ? undefined : now.nodes.get(now.pods.get(slot)?.node ?? 0)
    if (node !== undefined) add({ shape: 'disc', between: 'node', name: node.name, isOut: false })
  }
  for (const name of turned(before.loops, now.loops))
    add({ shape: 'disc', between: 'loop', name, isOut: false })
  return [...errands.values()]
}

function rowsOf({ writes }: Frame, { actors }: World) {
  return Array.from({ length: writes.length / writeWords }, (_, index) => {
    const column = (name: keyof typeof writeColumn) =>
      writes[index * writeWords + writeColumn[name]] as number
    return { verb: verbs[column('verb')], actor: actors[column('actor')] ?? '', slot: column('slot') }
  })
}

function turned(before: readonly LoopCard[], now: readonly LoopCard[]): readonly string[] {
  if (before === now) return []
  const turns = new Map(before.map((loop) => [loop.name, loop.turns]))
  return now.filter((loop) => loop.turns > (turns.get(loop.name) ?? 0)).map(({ name }) => name)
}
