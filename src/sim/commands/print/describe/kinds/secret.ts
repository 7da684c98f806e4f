import { base64Bytes } from '../../../../api/base64.ts'
import type { Secret } from '../../../../api/types/index.ts'
import type { Describer } from '../describer.ts'
import { describeAnnotations, describeLabels, sortedKeys } from '../metadata.ts'

/** Sizes only: a description never shows what is secret. */
const describer: Describer<Secret> = {
  kind: 'Secret',
  describe(out, { metadata, type = '', data = {} }) {
    out.field(0, 'Name', metadata.name)
    out.field(0, 'Namespace', metadata.namespace ?? '')
    describeLabels(out, 'Labels', metadata.labels)
    describeAnnotations(out, 'Annotations', metadata.annotations)
    out.line(0, `\nType:\t${type}`)
    out.line(0, '\nData\n====')
    for (const key of sortedKeys(data)) out.field(0, key, `${base64Bytes(data[key] as string)} bytes`)
  },
}

export default describer
