/** `kubectl create service loadbalancer` */
import { serviceVerb } from '../../../../create/service.ts'

export default serviceVerb({
  type: 'LoadBalancer',
  usage: 'create service loadbalancer NAME [--tcp=port:targetPort] [--dry-run=server|client|none] [options]',
  flags: [],
})
