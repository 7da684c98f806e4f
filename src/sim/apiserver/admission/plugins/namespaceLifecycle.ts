/** Nothing is created in a namespace that doesn't exist or is going (plugin/pkg/admission/namespace/lifecycle). */
import { resourceName } from '../../../api/kind.ts'
import { Namespaces } from '../../../api/kinds/namespace/index.ts'
import { forbiddenError, notFoundError } from '../../../api/status.ts'
import type { AdmissionPlugin } from '../index.ts'

const plugin: AdmissionPlugin = {
  admit({ verb, kind, draft, server }) {
    if (verb !== 'create' || !kind.namespaced) return
    const { name, namespace } = draft.metadata
    const stored = server.stored(Namespaces, '', namespace)
    if (stored === undefined) throw notFoundError('namespaces', namespace)
    if (stored.metadata.deletionTimestamp !== undefined) {
      const why = `unable to create new content in namespace ${namespace} because it is being terminated`
      throw forbiddenError(resourceName(kind), name, why)
    }
  },
}
export default plugin
