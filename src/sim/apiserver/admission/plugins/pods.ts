/**
 * What every pod gets: service account, tolerations of lost nodes, priority (plugin/pkg/admission/{serviceaccount,
 * defaulttolerationseconds,priority}). The service account must exist.
 */
import { admitPod } from '../../../api/kinds/pod/admission.ts'
import { ServiceAccounts } from '../../../api/kinds/serviceAccount/index.ts'
import { forbiddenError } from '../../../api/status.ts'
import type { AdmissionPlugin } from '../index.ts'

const plugin: AdmissionPlugin = {
  kinds: ['Pod'],
  admit({ verb, draft, server, trusted }) {
    if (verb !== 'create') return
    if (!trusted) admitPod(draft)
    const { namespace, name, generateName } = draft.metadata
    const account = draft.spec.serviceAccountName ?? 'default'
    if (server.stored(ServiceAccounts, namespace, account) !== undefined) return
    const why = `error looking up service account ${namespace}/${account}: serviceaccount "${account}" not found`
    throw forbiddenError('pods', name ?? generateName, why)
  },
}
export default plugin
