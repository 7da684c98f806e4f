/** `kubectl diff` (k8s.io/kubectl/pkg/cmd/diff, v1.36): the live objects against what applying would make of them. */
import type { Draft } from '../../../../api/kind.ts'
import { unifiedDiff } from '../../../../api/validation/unifiedDiff.ts'
import type { JsonObject } from '../../../../apiserver/patch/json.ts'
import { strategicMerge } from '../../../../apiserver/patch/strategicMerge.ts'
import { threeWayPatch } from '../../../../apiserver/patch/threeWay.ts'
import { dateText } from '../../../../core/clock.ts'
import { yaml } from '../../../print/formats/yaml.ts'
import { CommandError, FailedWith, SeveralErrors, usageError } from '../../errors.ts'
import { fieldManagerFlag, fileFlags, selectorFlag } from '../../flags/groups.ts'
import { lastAppliedAnnotation, lastAppliedText } from '../../lastApplied.ts'
import { type Manifest, readManifests } from '../../resources/files.ts'
import type { Call, Verb } from '../../verb.ts'

/** Differences are told by 1, so that what went wrong is told by 2. */
const differs = 1
const failed = 2

const diff: Verb = {
  summary: 'Diff the live version against a would-be applied version',
  usage: 'diff -f FILENAME [options]',
  flags: [
    ...fileFlags,
    fieldManagerFlag('kubectl-client-side-apply'),
    selectorFlag,
    { name: 'concurrency', type: 'int', default: '1' },
    { name: 'force-conflicts', type: 'bool' },
    { name: 'prune', type: 'bool' },
    { name: 'server-side', type: 'bool' },
    { name: 'show-managed-fields', type: 'bool' },
  ],
  run(call) {
    let text = ''
    try {
      if (call.args.length > 0) throw usageError('diff', `Unexpected args: [${call.args.join(' ')}]`)
      if (call.flags.list('filename').length === 0) throw new CommandError('must specify one of -f and -k')
      const { manifests, errors } = readManifests(call)
      for (const manifest of manifests) text += diffOf(call, manifest)
      if (errors.length > 0) throw new SeveralErrors(errors)
    } catch (error) {
      throw new FailedWith(failed, error)
    } finally {
      call.output.print(text)
    }
    if (text !== '') throw new CommandError('', { bare: true, exit: differs })
    return undefined
  },
}
export default diff

function diffOf(call: Call, { kind, namespace, object }: Manifest): string {
  const { name } = object.metadata
  const live = call.api.get(kind, namespace, name)
  if (live === undefined) return fileDiff(call, object, '', yaml(call.api.create(kind, object, true)))
  const last = live.metadata.annotations?.[lastAppliedAnnotation]
  const original = last === undefined ? {} : (JSON.parse(last) as JsonObject)
  const modified = JSON.parse(lastAppliedText(object)) as JsonObject
  const patch = threeWayPatch(original, modified, live as unknown as JsonObject, kind.kind)
  const merged = call.api.patch(
    kind,
    namespace,
    name,
    (draft) => strategicMerge(draft, patch, kind.kind),
    true,
  )
  return fileDiff(call, live, yaml(masked(live)), yaml(masked(merged)))
}

/** Secrets stay secret; that a value changes shows in the revision alone. */
function masked(object: Draft): Draft {
  if (object.kind !== 'Secret' || object.data === undefined) return object
  return { ...object, data: Object.fromEntries(Object.keys(object.data).map((key) => [key, '***'])) }
}

function fileDiff(call: Call, { apiVersion, kind, metadata }: Draft, before: string, after: string): string {
  if (before === after) return ''
  const version = apiVersion.replace('/', '.')
  const place = metadata.namespace === undefined ? '' : `${metadata.namespace}.`
  const file = `${version}.${kind}.${place}${metadata.name}`
  const time = timeStamp(call.api.server.nowSeconds)
  return `diff -u -N ${file} ${file}\n--- ${file}\t${time}\n+++ ${file}\t${time}\n${hunks(before, after)}`
}

function hunks(before: string, after: string): string {
  const lines = after.trimEnd().split('\n')
  if (before === '') return `@@ -0,0 +1,${lines.length} @@\n${lines.map((line) => `+${line}\n`).join('')}`
  return unifiedDiff(before.trimEnd(), after.trimEnd())
}

/** "2026-01-01 00:00:02.300000000 +0000" */
function timeStamp(seconds: number): string {
  const tenths = Math.round(seconds * 10) % 10
  return `${dateText(Math.floor(seconds)).replace('T', ' ')}.${tenths}00000000 +0000`
}
