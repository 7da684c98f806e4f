/** Which kinds a user means by "pods", "deploy", "deployments.apps", "all". */
import type { Kind } from '../../../api/kind.ts'
import { kindForResource, kinds } from '../../../api/kinds/index.ts'
import { CommandError } from '../errors.ts'
import { unmodelledNamed } from './unmodelled.ts'

/** "pods,deploy" or a category. Refuses names that no cluster has, and kinds that the simulator lacks. */
export function kindsNamed(text: string): readonly Kind[] {
  return text.split(',').flatMap((name) => inCategory(name) ?? [kindNamed(name)])
}

export function kindNamed(name: string): Kind {
  const kind = kindForResource(name)
  if (kind !== undefined) return kind
  const unmodelled = unmodelledNamed(name)
  if (unmodelled !== undefined)
    throw new CommandError(`the simulator does not model ${JSON.stringify(unmodelled)} yet`)
  throw new CommandError(`the server doesn't have a resource type ${JSON.stringify(name)}`)
}

/** A category's kinds in the order in which discovery lists them: by group, then by name. */
function inCategory(category: string): readonly Kind[] | undefined {
  const members = kinds.filter((kind) => kind.categories.includes(category))
  if (members.length === 0) return undefined
  const key = (kind: Kind) => `${kind.group} ${kind.plural}`
  return [...members].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** "apps/v1, Resource=deployments": how the server's texts name a resource. */
export function resourceText(kind: Kind): string {
  return `${kind.group}/${kind.version}, Resource=${kind.plural}`
}
