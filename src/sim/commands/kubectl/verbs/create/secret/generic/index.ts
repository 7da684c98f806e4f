/** `kubectl create secret generic` */
import { base64OfText } from '../../../../../../api/base64.ts'
import type { Kind } from '../../../../../../api/kind.ts'
import { Secrets } from '../../../../../../api/kinds/secret/index.ts'
import { createGenerated, generatorFlags, metadataOf, nameOf } from '../../../../create/generated.ts'
import { dataFlags, dataOf } from '../../../../create/keyedData.ts'
import type { Verb } from '../../../../verb.ts'

const kind = Secrets as Kind

const generic: Verb = {
  summary: 'Create a secret from a local file, directory, or literal value',
  usage:
    'create secret generic NAME [--type=string] [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none] [options]',
  flags: [...generatorFlags, ...dataFlags, { name: 'type', type: 'string' }],
  run(call) {
    const metadata = metadataOf(call, kind, nameOf(call))
    const data = Object.fromEntries(
      Object.entries(dataOf(call)).map(([key, value]) => [key, base64OfText(value)]),
    )
    const type = call.flags.text('type')
    const made = {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata,
      ...(Object.keys(data).length === 0 ? {} : { data }),
      ...(type === '' ? {} : { type }),
    }
    createGenerated(call, kind, made, 'failed to create secret')
    return undefined
  },
}
export default generic
