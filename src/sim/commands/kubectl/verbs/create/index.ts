/** `kubectl create -f` (k8s.io/kubectl/pkg/cmd/create/create.go, v1.36); its subcommands make objects from flags. */
import { dryRunOf } from '../../dryRun.ts'
import { CommandError, throwCollected, usageError, withSource } from '../../errors.ts'
import {
  dryRunFlag,
  fieldManagerFlag,
  fileFlags,
  printFlags,
  saveConfigFlag,
  selectorFlag,
  validateFlag,
} from '../../flags/groups.ts'
import { lastAppliedText, withLastApplied } from '../../lastApplied.ts'
import { printDone } from '../../mutate.ts'
import { type Manifest, readManifests } from '../../resources/files.ts'
import { kindNamed } from '../../resources/types.ts'
import type { Call, Verb } from '../../verb.ts'

/** Subcommands for kinds that are not modelled, and what their types are called. */
const unmodelled: Readonly<Record<string, string>> = {
  clusterrole: 'clusterroles',
  clusterrolebinding: 'clusterrolebindings',
  cj: 'cronjobs',
  cronjob: 'cronjobs',
  job: 'jobs',
  pc: 'priorityclasses',
  priorityclass: 'priorityclasses',
  quota: 'resourcequotas',
  resourcequota: 'resourcequotas',
  role: 'roles',
  rolebinding: 'rolebindings',
}

const create: Verb = {
  summary: 'Create a resource from a file or from stdin',
  usage: 'create -f FILENAME [options]',
  flags: [
    ...printFlags,
    ...fileFlags,
    dryRunFlag,
    fieldManagerFlag('kubectl-create'),
    saveConfigFlag,
    selectorFlag,
    validateFlag,
    { name: 'edit', type: 'bool' },
    { name: 'raw', type: 'string' },
    { name: 'windows-line-endings', type: 'bool' },
  ],
  refuse([word = '']) {
    const type = unmodelled[word]
    if (type !== undefined) kindNamed(type)
  },
  run(call) {
    if (call.args.length > 0) throw usageError('create', `Unexpected args: [${call.args.join(' ')}]`)
    if (call.flags.list('filename').length === 0) throw new CommandError('must specify one of -f and -k')
    const { manifests, errors } = readManifests(call, { asSent: true })
    const failures = [...errors]
    for (const manifest of manifests) {
      try {
        createOne(call, manifest)
      } catch (error) {
        failures.push(withSource(error, 'creating', manifest.source))
      }
    }
    throwCollected(failures)
    if (manifests.length === 0) throw new CommandError('no objects passed to create')
    return undefined
  },
}
export default create

function createOne(call: Call, { kind, object }: Manifest): void {
  const dryRun = dryRunOf(call)
  const made = call.flags.on('save-config') ? withLastApplied(object, lastAppliedText(object)) : object
  const created = dryRun === 'client' ? made : call.api.create(kind, made, dryRun === 'server')
  printDone(call, { kind, object: created }, 'created', dryRun)
}
