/** `kubectl replace` (k8s.io/kubectl/pkg/cmd/replace, v1.36). */
import { isStatus } from '../../../../api/status.ts'
import { Departure, type Leaving } from '../../departure.ts'
import { dryRunOf } from '../../dryRun.ts'
import { CommandError, throwCollected, usageError, withSource } from '../../errors.ts'
import {
  dryRunFlag,
  fieldManagerFlag,
  fileFlags,
  printFlags,
  saveConfigFlag,
  validateFlag,
} from '../../flags/groups.ts'
import { lastAppliedAnnotation, lastAppliedText, withLastApplied } from '../../lastApplied.ts'
import { printDone } from '../../mutate.ts'
import { type Manifest, readManifests } from '../../resources/files.ts'
import type { Call, Verb, Waiting } from '../../verb.ts'

const replace: Verb = {
  summary: 'Replace a resource by file name or stdin',
  usage: 'replace -f FILENAME [options]',
  flags: [
    ...printFlags,
    ...fileFlags,
    dryRunFlag,
    fieldManagerFlag('kubectl-replace'),
    saveConfigFlag,
    validateFlag,
    { name: 'cascade', type: 'string', default: 'background', alone: 'background' },
    { name: 'force', type: 'bool' },
    { name: 'grace-period', type: 'int', default: '-1' },
    { name: 'raw', type: 'string' },
    { name: 'subresource', type: 'string' },
    { name: 'timeout', type: 'duration' },
    { name: 'wait', type: 'bool' },
  ],
  run(call) {
    const { flags, args } = call
    if (args.length > 0) throw usageError('replace', `Unexpected args: [${args.join(' ')}]`)
    if (flags.list('filename').length === 0) throw new CommandError('must specify one of -f and -k')
    const { manifests, errors } = readManifests(call)
    if (manifests.length === 0 && errors.length === 0) throw new CommandError('no objects passed to replace')
    if (flags.on('force')) return forceReplace(call, manifests, errors)
    eachManifest(manifests, errors, 'replacing', (manifest) => replaceOne(call, manifest))
    return undefined
  },
}
export default replace

function eachManifest(
  manifests: readonly Manifest[],
  errors: readonly unknown[],
  doing: string,
  work: (manifest: Manifest) => void,
): void {
  const failures = [...errors]
  for (const manifest of manifests) {
    try {
      work(manifest)
    } catch (error) {
      failures.push(withSource(error, doing, manifest.source))
    }
  }
  throwCollected(failures)
}

/** An object that `apply` looks after keeps its note of the last manifest up to date. */
function toSend(call: Call, { kind, namespace, object }: Manifest) {
  const live = call.api.get(kind, namespace, object.metadata.name)
  const isApplied = live?.metadata.annotations?.[lastAppliedAnnotation] !== undefined
  return isApplied || call.flags.on('save-config') ? withLastApplied(object, lastAppliedText(object)) : object
}

function replaceOne(call: Call, manifest: Manifest): void {
  const dryRun = dryRunOf(call)
  const object = toSend(call, manifest)
  const after = dryRun === 'client' ? object : call.api.update(manifest.kind, object, dryRun === 'server')
  printDone(call, { kind: manifest.kind, object: after }, 'replaced', dryRun)
}

/** Deletes what is there, waits until it is gone, and creates it anew. */
function forceReplace(call: Call, manifests: readonly Manifest[], errors: readonly unknown[]): Waiting {
  const leaving: Leaving[] = []
  eachManifest(manifests, errors, 'deleting', ({ kind, namespace, object }) => {
    const { name } = object.metadata
    const live = call.api.get(kind, namespace, name)
    if (live === undefined) return
    try {
      const seconds = call.flags.number('grace-period')
      call.api.delete(kind, namespace, name, {
        propagationPolicy: 'Background',
        ...(seconds < 0 ? {} : { gracePeriodSeconds: seconds }),
      })
    } catch (error) {
      if (!isStatus(error, 'NotFound')) throw error
    }
    const type = kind.group === '' ? kind.singular : `${kind.singular}.${kind.group}`
    call.output.print(
      `${type} ${JSON.stringify(name)} deleted${kind.namespaced ? ` from ${namespace} namespace` : ''}\n`,
    )
    leaving.push({ kind, namespace, name, uid: live.metadata.uid })
  })
  const departure = new Departure(call, leaving, call.flags.seconds('timeout'))
  return {
    wakeAt: departure.wakeAt,
    poll() {
      if (!departure.poll()) return false
      eachManifest(manifests, [], 'creating', (manifest) => {
        const object = call.api.create(manifest.kind, manifest.object)
        printDone(call, { kind: manifest.kind, object }, 'replaced', 'none')
      })
      return true
    },
  }
}
