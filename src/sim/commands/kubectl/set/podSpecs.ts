/** `kubectl set`: the pod spec in an object, and the containers that are meant. */
import type { Draft, Kind } from '../../../api/kind.ts'
import { equalValues } from '../../../core/frozen.ts'
import { CommandError } from '../errors.ts'
import type { Flag } from '../flags/flag.ts'
import {
  allFlag,
  dryRunFlag,
  fieldManagerFlag,
  fileFlags,
  localFlag,
  printFlags,
  recordFlag,
  selectorFlag,
} from '../flags/groups.ts'
import { changeEach } from '../mutate.ts'
import { requestOf } from '../resources/select.ts'
import type { Call, Waiting } from '../verb.ts'

export const setFlags: readonly Flag[] = [
  ...printFlags,
  ...fileFlags,
  allFlag,
  dryRunFlag,
  fieldManagerFlag('kubectl-set'),
  localFlag,
  recordFlag,
  selectorFlag,
]

/** Kinds whose pods are made from a template. */
const templated = new Set(['Deployment', 'ReplicaSet'])

/** Changes the pod spec of every object that is named by `resources`; says so of those that changed. */
export function changePodSpecs(
  call: Call,
  resources: readonly string[],
  done: string,
  change: (podSpec: Draft) => Draft,
): Waiting | undefined {
  return changeEach(call, requestOf(call, { args: resources }), {
    edit: (draft, { kind }) => withPodSpec(kind, draft, change),
    done: (before, after) => (isSame(before, after) ? '' : done),
  })
}

export function withPodSpec(kind: Kind, object: Draft, change: (podSpec: Draft) => Draft): Draft {
  if (kind.kind === 'Pod') return { ...object, spec: change(object.spec) }
  if (!templated.has(kind.kind)) {
    throw new CommandError(
      `the object is not a pod or does not have a pod template: *${kind.version}.${kind.kind}`,
    )
  }
  const { template } = object.spec
  return { ...object, spec: { ...object.spec, template: { ...template, spec: change(template.spec) } } }
}

export function podSpecOf(kind: Kind, object: Draft): Draft {
  return kind.kind === 'Pod' ? object.spec : object.spec.template?.spec
}

/** Whether a name pattern means this container: "*" is all, else the name. */
export function isMeant(pattern: string, name: string): boolean {
  return pattern === '*' || pattern === name
}

/** Words that name objects, then words that say what to set. */
export function splitAt(
  args: readonly string[],
  isUpdate: (arg: string) => boolean,
): [readonly string[], readonly string[]] {
  const first = args.findIndex(isUpdate)
  return first < 0 ? [args, []] : [args.slice(0, first), args.slice(first)]
}

function isSame(before: Draft, after: Draft): boolean {
  return equalValues(before.spec, after.spec)
}
