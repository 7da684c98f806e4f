/** `kubectl create namespace` */
import type { Kind } from '../../../../../api/kind.ts'
import { Namespaces } from '../../../../../api/kinds/namespace/index.ts'
import { createGenerated, generatorFlags, metadataOf, nameOf } from '../../../create/generated.ts'
import type { Verb } from '../../../verb.ts'

const kind = Namespaces as Kind

const namespace: Verb = {
  summary: 'Create a namespace with the specified name',
  usage: 'create namespace NAME [--dry-run=server|client|none] [options]',
  aliases: ['ns'],
  flags: generatorFlags,
  run(call) {
    const metadata = metadataOf(call, kind, nameOf(call))
    createGenerated(call, kind, { apiVersion: 'v1', kind: 'Namespace', metadata, spec: {}, status: {} })
    return undefined
  },
}
export default namespace
