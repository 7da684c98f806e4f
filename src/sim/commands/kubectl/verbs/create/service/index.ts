/** `kubectl create service` */
import { groupVerb } from '../../../group.ts'

const group = groupVerb(
  'Create a service using a specified subcommand',
  'create service (clusterip | nodeport | loadbalancer | externalname) [options]',
)
export default { ...group, aliases: ['svc'] }
