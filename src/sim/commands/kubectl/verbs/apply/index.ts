/**
 * `kubectl apply` (k8s.io/kubectl/pkg/cmd/apply, v1.36). Deviation: `--server-side` merges without managed fields, so
 * there are no conflicts between managers.
 */
import type { ApiObject } from '../../../../api/types/index.ts'
import { dryRunOf } from '../../dryRun.ts'
import { CommandError, throwCollected, usageError } from '../../errors.ts'
import type { Flag } from '../../flags/flag.ts'
import {
  allFlag,
  dryRunFlag,
  fieldManagerFlag,
  fileFlags,
  printFlags,
  recordFlag,
  selectorFlag,
  validateFlag,
} from '../../flags/groups.ts'
import type { Printed } from '../../lists.ts'
import { printDone } from '../../mutate.ts'
import { objectPrinter } from '../../printers.ts'
import { type Manifest, readManifests } from '../../resources/files.ts'
import { filterOf } from '../../resources/filter.ts'
import type { Call, Verb } from '../../verb.ts'
import { applyOne } from './applyOne.ts'
import { printNotSimulated } from './notes.ts'

const flags: readonly Flag[] = [
  ...printFlags,
  ...fileFlags,
  allFlag,
  dryRunFlag,
  fieldManagerFlag('kubectl-client-side-apply'),
  recordFlag,
  selectorFlag,
  validateFlag,
  { name: 'cascade', type: 'string', default: 'background', alone: 'background' },
  { name: 'force', type: 'bool' },
  { name: 'force-conflicts', type: 'bool' },
  { name: 'grace-period', type: 'int', default: '-1' },
  { name: 'openapi-patch', type: 'bool', default: 'true' },
  { name: 'overwrite', type: 'bool', default: 'true' },
  { name: 'prune', type: 'bool' },
  { name: 'prune-allowlist', type: 'array' },
  { name: 'server-side', type: 'bool' },
  { name: 'subresource', type: 'string' },
  { name: 'timeout', type: 'duration' },
  { name: 'wait', type: 'bool' },
]

const apply: Verb = {
  summary: 'Apply a configuration to a resource by file name or stdin',
  usage: 'apply (-f FILENAME | -k DIRECTORY) [options]',
  flags,
  run(call) {
    checkFlags(call)
    const { manifests, errors } = readManifests(call)
    const filter = filterOf(call.flags)
    const applied: Printed[] = []
    const failures = [...errors]
    for (const manifest of manifests) {
      if (!filter.matchesLabels(manifest.object as ApiObject)) continue
      try {
        applied.push(applyAndTell(call, manifest))
      } catch (error) {
        failures.push(error)
      }
    }
    printNotSimulated(call, applied, manifests)
    if (manifests.length === 0 && failures.length === 0) throw new CommandError('no objects passed to apply')
    const printer = isPrintedAtEnd(call) ? objectPrinter(call) : undefined
    if (printer !== undefined && applied.length > 0)
      call.output.print(printer.print(applied, applied.length > 1))
    throwCollected(failures)
    return undefined
  },
}
export default apply

function checkFlags(call: Call): void {
  const { flags, args } = call
  if (args.length > 0) throw usageError('apply', `Unexpected args: [${args.join(' ')}]`)
  if (flags.text('kustomize') !== '') throw new CommandError('the simulator does not build kustomizations')
  if (flags.list('filename').length === 0) throw new CommandError('must specify one of -f and -k')
  if (flags.on('prune')) throw new CommandError('the simulator does not prune')
  if (flags.on('force-conflicts') && !flags.on('server-side')) {
    throw new CommandError('--force-conflicts only works with --server-side')
  }
  if (flags.on('server-side') && dryRunOf(call) === 'client') {
    throw new CommandError(
      "--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)",
    )
  }
}

/** Names are told as they come, whole objects at the end. */
function isPrintedAtEnd(call: Call): boolean {
  const output = call.flags.text('output')
  return (output !== '' && output !== 'name') || call.flags.text('template') !== ''
}

function applyAndTell(call: Call, manifest: Manifest): Printed {
  const { object, words } = applyOne(call, manifest, dryRunOf(call))
  const printed = { kind: manifest.kind, object }
  if (!isPrintedAtEnd(call)) printDone(call, printed, words, dryRunOf(call))
  return printed
}
