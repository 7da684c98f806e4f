import type { Namespace } from '../../../../api/types/index.ts'
import type { Describer } from '../describer.ts'
import { describeAnnotations, describeLabels } from '../metadata.ts'
import { dateAndTime } from '../times.ts'

/** Quotas and limit ranges are not simulated: there are none to show. */
const describer: Describer<Namespace> = {
  kind: 'Namespace',
  describe(out, { metadata, status }) {
    out.field(0, 'Name', metadata.name)
    describeLabels(out, 'Labels', metadata.labels)
    describeAnnotations(out, 'Annotations', metadata.annotations)
    out.field(0, 'Status', status.phase ?? '')
    const { conditions = [] } = status
    if (conditions.length > 0) {
      out.line(0, 'Conditions:')
      out.line(1, 'Type\tStatus\tLastTransitionTime\tReason\tMessage')
      out.line(1, '----\t------\t------------------\t------\t-------')
    }
    for (const { type, status, lastTransitionTime, reason = '', message = '' } of conditions) {
      out.line(1, [type, status, dateAndTime(lastTransitionTime), reason, message].join('\t'))
    }
    out.line(0, '')
    out.line(0, 'No resource quota.')
    out.line(0, '')
    out.line(0, 'No LimitRange resource.')
  },
}

export default describer
