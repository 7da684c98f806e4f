/** `kubectl taint` (k8s.io/kubectl/pkg/cmd/taint, v1.36). */
import type { Taint } from '../../../../api/types/index.ts'
import { CommandError, usageError } from '../../errors.ts'
import { allFlag, dryRunFlag, fieldManagerFlag, printFlags, selectorFlag } from '../../flags/groups.ts'
import { changeEach } from '../../mutate.ts'
import { requestOf } from '../../resources/select.ts'
import type { Verb } from '../../verb.ts'
import { parseTaints, type TaintUpdate } from './parse.ts'

const verb: Verb = {
  summary: 'Update the taints on one or more nodes',
  usage: 'taint NODE NAME KEY_1=VAL_1:TAINT_EFFECT_1 ... KEY_N=VAL_N:TAINT_EFFECT_N [options]',
  flags: [
    ...printFlags,
    allFlag,
    dryRunFlag,
    fieldManagerFlag('kubectl-taint'),
    selectorFlag,
    { name: 'overwrite', type: 'bool' },
    { name: 'validate', type: 'string', default: 'strict', alone: 'strict' },
  ],
  run(call) {
    const { flags, args } = call
    const first = args.findIndex((arg) => arg.includes('=') || arg.includes(':') || arg.endsWith('-'))
    const resources = first < 0 ? args : args.slice(0, first)
    if (resources.length === 0)
      throw new CommandError('one or more resources must be specified as <resource> <name>')
    const specs = first < 0 ? [] : args.slice(first)
    if (specs.length === 0) throw new CommandError('at least one taint update is required')
    const update = parseTaints(specs, (message) => usageError('taint', message))
    const overwrite = flags.on('overwrite')
    return changeEach(call, requestOf(call, { args: resources }), {
      edit(draft, { kind }) {
        if (kind.kind !== 'Node')
          throw new CommandError(`invalid resource type ${kind.plural}, only node(s) is supported`)
        const before: readonly Taint[] = draft.spec.taints ?? []
        if (!overwrite) refuseDuplicates(draft.metadata.name, before, update)
        return { ...draft, spec: { ...draft.spec, taints: reorganised(before, update) } }
      },
      done(before, after) {
        const old = taintsOf(before)
        const added = taintsOf(after).length + removedCount(old, update) !== old.length
        const removed = removedCount(old, update) > 0
        if ((added && removed) || overwrite) return 'modified'
        return added ? 'tainted' : 'untainted'
      },
    })
  },
}
export default verb

function taintsOf(node: unknown): readonly Taint[] {
  return (node as { spec: { taints?: readonly Taint[] } }).spec.taints ?? []
}

function isSame(taint: Taint, key: string, effect: string): boolean {
  return taint.key === key && (effect === '' || taint.effect === effect)
}

function refuseDuplicates(node: string, before: readonly Taint[], { added }: TaintUpdate): void {
  if (!added.some((one) => before.some((taint) => isSame(taint, one.key, one.effect)))) return
  throw new CommandError(`node ${node} already has a taint(s) with same effect(s) and --overwrite is false`)
}

/** New taints come first, then those that stay. */
function reorganised(before: readonly Taint[], { added, removed }: TaintUpdate): readonly Taint[] {
  const staying = before.filter((taint) => !added.some((one) => isSame(taint, one.key, one.effect)))
  const all = [...added, ...staying]
  for (const { key, effect } of removed) {
    if (all.some((taint) => isSame(taint, key, effect))) continue
    throw new CommandError(`taint ${JSON.stringify(effect === '' ? key : `${key}:${effect}`)} not found`)
  }
  return all.filter((taint) => !removed.some(({ key, effect }) => isSame(taint, key, effect)))
}

function removedCount(before: readonly Taint[], { removed }: TaintUpdate): number {
  return before.filter((taint) => removed.some(({ key, effect }) => isSame(taint, key, effect))).length
}
