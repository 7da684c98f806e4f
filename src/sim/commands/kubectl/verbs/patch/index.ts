/** `kubectl patch` (k8s.io/kubectl/pkg/cmd/patch, v1.36). */
import type { Draft } from '../../../../api/kind.ts'
import { StatusError } from '../../../../api/status.ts'
import type { Json } from '../../../../apiserver/patch/json.ts'
import { jsonPatch, PatchError } from '../../../../apiserver/patch/jsonPatch.ts'
import { mergePatch } from '../../../../apiserver/patch/mergePatch.ts'
import { StrategicMergeError, strategicMerge } from '../../../../apiserver/patch/strategicMerge.ts'
import { equalValues } from '../../../../core/frozen.ts'
import { readYaml, YamlError } from '../../../manifest/yaml/index.ts'
import { CommandError, usageError } from '../../errors.ts'
import {
  dryRunFlag,
  fieldManagerFlag,
  fileFlags,
  localFlag,
  printFlags,
  recordFlag,
} from '../../flags/groups.ts'
import { changeEach } from '../../mutate.ts'
import { type Found, requestOf } from '../../resources/select.ts'
import type { Call, Verb } from '../../verb.ts'

const verb: Verb = {
  summary: 'Update fields of a resource',
  usage: 'patch (-f FILENAME | TYPE NAME) [-p PATCH|--patch-file FILE] [options]',
  flags: [
    ...printFlags,
    ...fileFlags,
    dryRunFlag,
    fieldManagerFlag('kubectl-patch'),
    localFlag,
    recordFlag,
    { name: 'patch', short: 'p', type: 'string' },
    { name: 'patch-file', type: 'string' },
    { name: 'subresource', type: 'string' },
    { name: 'type', type: 'string', default: 'strategic' },
  ],
  run(call) {
    const type = call.flags.text('type').toLowerCase()
    if (type !== 'strategic' && type !== 'merge' && type !== 'json') {
      throw usageError(
        'patch',
        `--type must be one of [json merge strategic], not ${JSON.stringify(call.flags.text('type'))}`,
      )
    }
    if (call.flags.text('subresource') !== '')
      throw new CommandError('the simulator patches the main resource only')
    const patch = patchOf(call)
    refuseTraps(patch)
    return changeEach(call, requestOf(call), {
      edit: (draft, found) => applied(type, draft, patch, found),
      done: (before, after) => (isSame(before, after) ? 'patched (no change)' : 'patched'),
      plain: true,
    })
  },
}
export default verb

/** A field of this name means something else to JavaScript: no object of the API has it. */
function refuseTraps(patch: Json): void {
  if (typeof patch !== 'object' || patch === null) return
  for (const key of Object.keys(patch)) {
    if (key === '__proto__') throw new CommandError('the simulator takes no field named "__proto__"')
    refuseTraps(patch[key])
  }
}

/** YAML or JSON. */
function patchOf(call: Call): Json {
  const { flags, session } = call
  if (flags.text('patch') !== '' && flags.text('patch-file') !== '')
    throw usageError('patch', 'cannot specify --patch and --patch-file together')
  const path = flags.text('patch-file')
  const text = path === '' ? flags.text('patch') : session.readFile(path)
  if (text === undefined)
    throw new CommandError(`unable to read patch file: open ${path}: no such file or directory`)
  if (text === '')
    throw usageError('patch', 'must specify --patch or --patch-file containing the contents of the patch')
  try {
    return readYaml(text)
  } catch (error) {
    if (!(error instanceof YamlError)) throw error
    throw new CommandError(`unable to parse ${JSON.stringify(text)}: yaml: ${error.message}`)
  }
}

function applied(type: 'strategic' | 'merge' | 'json', draft: Draft, patch: Json, { kind }: Found): Draft {
  const isList = Array.isArray(patch)
  if ((type === 'json') !== isList || typeof patch !== 'object' || patch === null) {
    const expected =
      type === 'json'
        ? 'json: cannot unmarshal object into Go value of type jsonpatch.Patch'
        : 'json: cannot unmarshal value into Go value of type map[string]interface {}'
    throw new StatusError('BadRequest', expected)
  }
  try {
    if (type === 'json') return jsonPatch(draft, patch)
    return type === 'merge' ? mergePatch(draft, patch) : strategicMerge(draft, patch, kind.kind)
  } catch (error) {
    if (error instanceof PatchError)
      throw new StatusError('Invalid', 'the server rejected our request due to an error in our request')
    if (error instanceof StrategicMergeError) throw new StatusError('BadRequest', error.message)
    throw error
  }
}

function isSame(before: Draft, after: Draft): boolean {
  const { resourceVersion: _, ...old } = before.metadata
  const { resourceVersion: __, ...now } = after.metadata
  return equalValues({ ...before, metadata: old }, { ...after, metadata: now })
}
