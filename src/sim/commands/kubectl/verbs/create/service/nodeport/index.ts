/** `kubectl create service nodeport` */
import type { Draft } from '../../../../../../api/kind.ts'
import { serviceVerb } from '../../../../create/service.ts'

export default serviceVerb({
  type: 'NodePort',
  usage: 'create service nodeport NAME [--tcp=port:targetPort] [--dry-run=server|client|none] [options]',
  flags: [{ name: 'node-port', type: 'int' }],
  addTo(spec, call) {
    const nodePort = call.flags.number('node-port')
    if (nodePort > 0) spec.ports = spec.ports?.map((port: Draft) => ({ ...port, nodePort }))
  },
})
