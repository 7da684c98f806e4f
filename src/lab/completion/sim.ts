/** What may follow in a `sim` line. */
import { Namespaces } from '../../sim/api/kinds/namespace/index.ts'
import { Pods } from '../../sim/api/kinds/pod/index.ts'
import { simUsages } from '../../sim/commands/sim/index.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import { labLines } from '../lines/index.ts'
import type { Sitting } from '../sitting.ts'
import {
  containerNames,
  imageNames,
  kindWords,
  labelPairs,
  machineNames,
  namesOf,
  pathsOf,
  zoneNames,
} from './names.ts'
import { alternatives, formsOf, isPlaceholder } from './usage.ts'

/** `given`: the words after `sim` that are complete; `begun`: the one after them. */
export function simWords(sitting: Sitting, given: readonly string[], begun: string): readonly string[] {
  const [verb, ...rest] = given
  if (verb === undefined) return [...simUsages.keys(), ...labLines.keys()]
  const usage = simUsages.get(verb)
  if (usage === undefined) return rest.length === 0 ? momentNames(sitting, verb) : []
  const namespace = valueAfter(rest, '-n') ?? valueAfter(rest, '--namespace') ?? 'default'
  return alternatives(formsOf(usage), rest).flatMap((choice) =>
    isPlaceholder(choice)
      ? (namesFor[choice]?.({ world: sitting.world, namespace, begun, given: rest }) ?? [])
      : [choice],
  )
}

interface Place {
  readonly world: Simulation
  readonly namespace: string
  readonly begun: string
  readonly given: readonly string[]
}

/** What the placeholders of the usages stand for. */
const namesFor: Readonly<Record<string, (place: Place) => readonly string[]>> = {
  NAME: ({ world }) => machineNames(world),
  POD: ({ world, namespace }) => namesOf(world, Pods, namespace),
  ZONE: ({ world }) => zoneNames(world),
  POOL: ({ world }) => (world.engine.cloud?.pools ?? []).map(({ name }) => name),
  IMAGE: ({ world }) => imageNames(world),
  CONTROLLER: ({ world }) => world.engine.controlPlane.names,
  NAMESPACE: ({ world }) => namesOf(world, Namespaces, ''),
  SELECTOR: ({ world, namespace }) => labelPairs(world, Pods, namespace),
  CONTAINER: ({ world, namespace, given }) =>
    given.flatMap((word) => containerNames(world, world.engine.server.slot(Pods, namespace, word))),
  'KIND/NAME': ({ world, namespace, begun }) =>
    begun.includes('/') ? pathsOf(world, begun, namespace) : kindWords(begun).map((kind) => `${kind}/`),
}

/** Checkpoints and branches. */
function momentNames(sitting: Sitting, verb: string): readonly string[] {
  if (verb === 'back') return [...sitting.checkpoints.keys()]
  return verb === 'branch' ? [...sitting.branches.keys()] : []
}

function valueAfter(words: readonly string[], option: string): string | undefined {
  const at = words.lastIndexOf(option)
  return at < 0 ? undefined : words[at + 1]
}
