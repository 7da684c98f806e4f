import { base64Bytes } from '../../../../api/base64.ts'
import type { ConfigMap } from '../../../../api/types/index.ts'
import { type Describer, describeEventsOf } from '../describer.ts'
import { describeAnnotations, describeLabels, sortedKeys } from '../metadata.ts'

const describer: Describer<ConfigMap> = {
  kind: 'ConfigMap',
  describe(out, configMap, context) {
    const { metadata, data = {}, binaryData = {} } = configMap
    out.field(0, 'Name', metadata.name)
    out.field(0, 'Namespace', metadata.namespace ?? '')
    describeLabels(out, 'Labels', metadata.labels)
    describeAnnotations(out, 'Annotations', metadata.annotations)
    out.line(0, '\nData\n====')
    for (const key of sortedKeys(data)) out.line(0, `${key}:\n----\n${data[key]}\n`)
    out.line(0, '\nBinaryData\n====')
    for (const key of sortedKeys(binaryData))
      out.line(0, `${key}: ${base64Bytes(binaryData[key] as string)} bytes`)
    out.line(0, '')
    describeEventsOf(out, configMap, context)
  },
}

export default describer
