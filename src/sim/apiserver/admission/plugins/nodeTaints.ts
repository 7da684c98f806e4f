/** A new node is not ready until its kubelet says so (plugin/pkg/admission/nodetaint). */
import type { Taint } from '../../../api/types/index.ts'
import type { AdmissionPlugin } from '../index.ts'

const key = 'node.kubernetes.io/not-ready'

const plugin: AdmissionPlugin = {
  kinds: ['Node'],
  admit({ verb, draft }) {
    if (verb !== 'create') return
    draft.spec ??= {}
    const taints: Taint[] = draft.spec.taints ?? []
    if (!taints.some((taint) => taint.key === key))
      draft.spec.taints = [...taints, { key, effect: 'NoSchedule' }]
  },
}
export default plugin
