/** One manifest applied: created, or patched by what it changes. */
import type { Draft } from '../../../../api/kind.ts'
import { StatusError } from '../../../../api/status.ts'
import type { ApiObject } from '../../../../api/types/index.ts'
import type { JsonObject } from '../../../../apiserver/patch/json.ts'
import { StrategicMergeError, strategicMerge } from '../../../../apiserver/patch/strategicMerge.ts'
import { threeWayPatch } from '../../../../apiserver/patch/threeWay.ts'
import { compactJson } from '../../../print/formats/json.ts'
import type { DryRun } from '../../dryRun.ts'
import { CommandError, withSource } from '../../errors.ts'
import { lastAppliedAnnotation, lastAppliedText, withLastApplied } from '../../lastApplied.ts'
import type { Manifest } from '../../resources/files.ts'
import { resourceText } from '../../resources/types.ts'
import type { Call } from '../../verb.ts'

export interface Applied {
  readonly object: ApiObject
  /** "created", "configured", "unchanged" */
  readonly words: string
}

export function applyOne(call: Call, manifest: Manifest, dryRun: DryRun): Applied {
  const { kind, namespace, object } = manifest
  const { name } = object.metadata
  if (!name) throw nameless(object)
  const live = call.api.get(kind, namespace, name)
  if (call.flags.on('server-side')) return applyServerSide(call, manifest, live, dryRun)
  const modified = withLastApplied(object, lastAppliedText(object))
  if (live === undefined) return { object: created(call, manifest, modified, dryRun), words: 'created' }
  return patched(call, manifest, modified, live, dryRun)
}

function nameless({ metadata }: Draft): CommandError {
  if (metadata.generateName)
    return new CommandError(`from ${metadata.generateName}: cannot use generate name with apply`)
  return new CommandError('resource name may not be empty')
}

function created(call: Call, { kind, source }: Manifest, object: Draft, dryRun: DryRun): ApiObject {
  if (dryRun === 'client') return object
  try {
    return call.api.create(kind, object, dryRun === 'server')
  } catch (error) {
    throw withSource(error, 'creating', source)
  }
}

function patched(call: Call, manifest: Manifest, modified: Draft, live: ApiObject, dryRun: DryRun): Applied {
  const { kind, namespace, source } = manifest
  const { name } = live.metadata
  const last = live.metadata.annotations?.[lastAppliedAnnotation]
  if (last === undefined) call.output.warn(missingAnnotation(`${kind.plural}/${name}`))
  const patch = threeWayPatch(parsed(last), modified, live as unknown as JsonObject, kind.kind)
  if (Object.keys(patch).length === 0) return { object: live, words: 'unchanged' }
  const change = (draft: Draft): Draft => {
    try {
      return strategicMerge(draft, patch, kind.kind)
    } catch (error) {
      if (!(error instanceof StrategicMergeError)) throw error
      throw patchFailure(error, manifest, last, modified, live)
    }
  }
  if (dryRun === 'client') return { object: change(live) as ApiObject, words: 'configured' }
  try {
    call.api.checkFields(manifest.object)
    return { object: call.api.patch(kind, namespace, name, change, dryRun === 'server'), words: 'configured' }
  } catch (error) {
    throw patchRefusal(error, manifest, patch, source)
  }
}

/** A list without the keys that its items are told apart by can't be compared: kubectl fails to make the patch. */
function patchFailure(
  error: StrategicMergeError,
  { source }: Manifest,
  last: string | undefined,
  modified: Draft,
  live: ApiObject,
): CommandError {
  const three = `original:\n${last ?? ''}\nmodified:\n${compactJson(modified)}\ncurrent:\n${compactJson(live as Draft)}`
  const why = `error when creating patch with:\n${three}\nfor: ${JSON.stringify(source)}: ${error.message}`
  return new CommandError(why)
}

function missingAnnotation(resource: string): string {
  return `resource ${resource} is missing the ${lastAppliedAnnotation} annotation which is required by kubectl apply. kubectl apply should only be used on resources created declaratively by either kubectl create --save-config or kubectl apply. The missing annotation will be patched automatically.`
}

function parsed(annotation: string | undefined): JsonObject {
  try {
    return annotation === undefined ? {} : (JSON.parse(annotation) as JsonObject)
  } catch {
    return {}
  }
}

/** Refusals of a patch show the patch, but an invalid object is told of as everywhere. */
function patchRefusal(
  error: unknown,
  { kind, namespace, object }: Manifest,
  patch: JsonObject,
  source: string,
): unknown {
  if (!(error instanceof StatusError) || error.reason === 'Invalid') return error
  const gvk = `${kind.group === '' ? '' : `${kind.group}/`}${kind.version}, Kind=${kind.kind}`
  const message = [
    'error when applying patch:',
    compactJson(patch),
    'to:',
    `Resource: ${JSON.stringify(resourceText(kind))}, GroupVersionKind: ${JSON.stringify(gvk)}`,
    `Name: ${JSON.stringify(object.metadata.name)}, Namespace: ${JSON.stringify(namespace)}`,
    `for: ${JSON.stringify(source)}: error when patching ${JSON.stringify(source)}: ${error.message}`,
  ].join('\n')
  return new StatusError(error.reason, message, error.details)
}

function applyServerSide(
  call: Call,
  manifest: Manifest,
  live: ApiObject | undefined,
  dryRun: DryRun,
): Applied {
  const { kind, namespace, object, source } = manifest
  const words = 'serverside-applied'
  if (live === undefined) return { object: created(call, manifest, object, dryRun), words }
  const change = (draft: Draft) => strategicMerge(draft, object, kind.kind)
  try {
    call.api.checkFields(object)
    return { object: call.api.patch(kind, namespace, live.metadata.name, change, dryRun === 'server'), words }
  } catch (error) {
    if (error instanceof StrategicMergeError) throw new CommandError(error.message)
    throw withSource(error, 'patching', source)
  }
}
