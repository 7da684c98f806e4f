/** `kubectl create service clusterip` */
import { serviceVerb } from '../../../../create/service.ts'

export default serviceVerb({
  type: 'ClusterIP',
  usage: 'create service clusterip NAME [--tcp=<port>:<targetPort>] [--dry-run=server|client|none] [options]',
  flags: [{ name: 'clusterip', type: 'string' }],
  addTo(spec, call) {
    if (call.flags.given('clusterip')) spec.clusterIP = call.flags.text('clusterip')
  },
})
