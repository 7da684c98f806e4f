/** `kubectl delete` (k8s.io/kubectl/pkg/cmd/delete, v1.36): deletes one by one, then waits until all are gone. */
import { isStatus } from '../../../../api/status.ts'
import type { DeleteOptions } from '../../../../apiserver/caller.ts'
import { Departure, type Leaving } from '../../departure.ts'
import { type DryRun, dryRunOf, dryRunSuffix } from '../../dryRun.ts'
import { CommandError, throwCollected, withSource } from '../../errors.ts'
import {
  allFlag,
  allNamespacesFlag,
  dryRunFlag,
  fieldSelectorFlag,
  fileFlags,
  selectorFlag,
} from '../../flags/groups.ts'
import { InTurns } from '../../inTurns.ts'
import { whenFound } from '../../reading/finding.ts'
import { type Named, requestOf } from '../../resources/select.ts'
import type { Call, Verb, Waiting } from '../../verb.ts'

const verb: Verb = {
  summary: 'Delete resources by file names, stdin, resources and names, or by resources and label selector',
  usage: 'delete ([-f FILENAME] | [-k DIRECTORY] | TYPE [(NAME | -l label | --all)]) [options]',
  flags: [
    ...fileFlags,
    allFlag,
    allNamespacesFlag,
    dryRunFlag,
    fieldSelectorFlag,
    selectorFlag,
    { name: 'cascade', type: 'string', default: 'background', alone: 'background' },
    { name: 'force', type: 'bool' },
    { name: 'grace-period', type: 'int', default: '-1' },
    { name: 'ignore-not-found', type: 'bool' },
    { name: 'interactive', short: 'i', type: 'bool' },
    { name: 'now', type: 'bool' },
    { name: 'output', short: 'o', type: 'string' },
    { name: 'raw', type: 'string' },
    { name: 'timeout', type: 'duration' },
    { name: 'wait', type: 'bool', default: 'true' },
  ],
  run(call) {
    checkFlags(call)
    const request = requestOf(call)
    const dryRun = dryRunOf(call)
    const options = deleteOptions(call)
    return whenFound(call, { ...request, named: [], unread: [] }, ({ found, errors }) => {
      if (errors.length > 0) throw errors[0]
      const named = [...request.named, ...found]
      return deleteEach(call, named, options, dryRun, request.unread, (leaving) => {
        if (named.length === 0) call.output.print('No resources found\n')
        if (!call.flags.on('wait') || dryRun !== 'none') return undefined
        return new Departure(call, leaving, call.flags.seconds('timeout'))
      })
    })
  },
}
export default verb

function checkFlags({ flags, output }: Call): void {
  const format = flags.text('output')
  if (format !== '' && format !== 'name') {
    throw new CommandError(`unexpected -o output mode: ${format}. We only support '-o name'`)
  }
  if (flags.on('all') && flags.text('selector') !== '') {
    throw new CommandError('cannot set --all and --selector at the same time')
  }
  if (flags.on('all') && flags.text('field-selector') !== '') {
    throw new CommandError('cannot set --all and --field-selector at the same time')
  }
  if (flags.on('now') && flags.given('grace-period')) {
    throw new CommandError('--now and --grace-period cannot be specified together')
  }
  if (!flags.on('force')) return
  if (flags.number('grace-period') > 0) {
    throw new CommandError('--force and --grace-period greater than 0 cannot be specified together')
  }
  output.printError(
    'Warning: Immediate deletion does not wait for confirmation that the running resource has been terminated. The resource may continue to run on the cluster indefinitely.\n',
  )
}

const policies: Readonly<Record<string, NonNullable<DeleteOptions['propagationPolicy']>>> = {
  background: 'Background',
  foreground: 'Foreground',
  orphan: 'Orphan',
  true: 'Background',
  false: 'Orphan',
}

function deleteOptions({ flags }: Call): DeleteOptions {
  const cascade = flags.text('cascade')
  const propagationPolicy = policies[cascade]
  if (propagationPolicy === undefined) {
    throw new CommandError(
      `invalid cascade value (${cascade}). Must be "background", "foreground", or "orphan"`,
    )
  }
  const seconds = graceSeconds(flags.number('grace-period'), flags.on('now'), flags.on('force'))
  return seconds < 0 ? { propagationPolicy } : { propagationPolicy, gracePeriodSeconds: seconds }
}

/** Without --force no pod loses all of its grace: 0 becomes 1. */
function graceSeconds(given: number, now: boolean, force: boolean): number {
  if (now) return 1
  if (force) return given < 0 ? 0 : given
  return given === 0 ? 1 : given
}

function deleteEach(
  call: Call,
  named: readonly Named[],
  options: DeleteOptions,
  dryRun: DryRun,
  unread: readonly unknown[],
  afterwards: (leaving: readonly Leaving[]) => Waiting | undefined,
): Waiting {
  const leaving: Leaving[] = []
  const errors: unknown[] = [...unread]
  const turn = (one: Named) => {
    try {
      const uid = call.api.server.get(one.kind, one.namespace, one.name)?.metadata.uid ?? ''
      if (dryRun !== 'client')
        call.api.delete(one.kind, one.namespace, one.name, options, dryRun === 'server')
      leaving.push({ kind: one.kind, namespace: one.namespace, name: one.name, uid })
      call.output.print(line(call, one, options.gracePeriodSeconds === 0, dryRun))
    } catch (error) {
      if (call.flags.on('ignore-not-found') && isStatus(error, 'NotFound')) return
      errors.push(one.source === undefined ? error : withSource(error, 'deleting', one.source))
    }
  }
  return new InTurns(call, named, turn, () => {
    throwCollected(errors)
    return afterwards(leaving)
  })
}

function line(call: Call, { kind, namespace, name }: Named, forced: boolean, dryRun: DryRun): string {
  const type = kind.group === '' ? kind.singular : `${kind.singular}.${kind.group}`
  if (call.flags.text('output') === 'name') return `${type}/${name}\n`
  const done = `${forced ? 'force deleted' : 'deleted'}${dryRunSuffix(dryRun)}`
  const from = kind.namespaced ? ` from ${namespace} namespace` : ''
  return `${type} ${JSON.stringify(name)} ${done}${from}\n`
}
