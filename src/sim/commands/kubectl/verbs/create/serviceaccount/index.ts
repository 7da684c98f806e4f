/** `kubectl create serviceaccount` */
import type { Kind } from '../../../../../api/kind.ts'
import { ServiceAccounts } from '../../../../../api/kinds/serviceAccount/index.ts'
import { createGenerated, generatorFlags, metadataOf, nameOf } from '../../../create/generated.ts'
import type { Verb } from '../../../verb.ts'

const kind = ServiceAccounts as Kind

const serviceaccount: Verb = {
  summary: 'Create a service account with the specified name',
  usage: 'create serviceaccount NAME [--dry-run=server|client|none] [options]',
  aliases: ['sa'],
  flags: generatorFlags,
  run(call) {
    const metadata = metadataOf(call, kind, nameOf(call))
    createGenerated(
      call,
      kind,
      { apiVersion: 'v1', kind: 'ServiceAccount', metadata },
      'failed to create serviceaccount',
    )
    return undefined
  },
}
export default serviceaccount
