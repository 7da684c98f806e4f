/** `kubectl create service externalname` */
import { serviceVerb } from '../../../../create/service.ts'

export default serviceVerb({
  type: 'ExternalName',
  usage:
    'create service externalname NAME --external-name external.name [--dry-run=server|client|none] [options]',
  flags: [{ name: 'external-name', type: 'string', required: true }],
  addTo(spec, call) {
    spec.externalName = call.flags.text('external-name')
  },
})
