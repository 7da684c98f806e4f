import type { ServiceAccount } from '../../../../api/types/index.ts'
import { type Describer, describeEventsOf } from '../describer.ts'
import { describeAnnotations, describeLabels } from '../metadata.ts'

const describer: Describer<ServiceAccount> = {
  kind: 'ServiceAccount',
  describe(out, serviceAccount, context) {
    const { metadata, imagePullSecrets = [] } = serviceAccount
    out.field(0, 'Name', metadata.name)
    out.field(0, 'Namespace', metadata.namespace ?? '')
    describeLabels(out, 'Labels', metadata.labels)
    describeAnnotations(out, 'Annotations', metadata.annotations)
    out.lines(
      'Image pull secrets',
      imagePullSecrets.map(({ name = '' }) => name),
    )
    describeEventsOf(out, serviceAccount, context)
  },
}

export default describer
