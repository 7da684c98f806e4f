/** `kubectl create configmap` */

import type { Kind } from '../../../../../api/kind.ts'
import { ConfigMaps } from '../../../../../api/kinds/configMap/index.ts'
import { createGenerated, generatorFlags, metadataOf, nameOf } from '../../../create/generated.ts'
import { dataFlags, dataOf } from '../../../create/keyedData.ts'
import type { Verb } from '../../../verb.ts'

const kind = ConfigMaps as Kind

const configmap: Verb = {
  summary: 'Create a config map from a local file, directory or literal value',
  usage:
    'create configmap NAME [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none] [options]',
  aliases: ['cm'],
  flags: [...generatorFlags, ...dataFlags],
  run(call) {
    const metadata = metadataOf(call, kind, nameOf(call))
    const data = dataOf(call)
    const withData = Object.keys(data).length === 0 ? {} : { data }
    createGenerated(
      call,
      kind,
      { apiVersion: 'v1', kind: 'ConfigMap', metadata, ...withData },
      'failed to create configmap',
    )
    return undefined
  },
}
export default configmap
