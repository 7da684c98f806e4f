/** Ingress (networking.k8s.io/v1). */
import type { Kind } from '../../kind.ts'
import type { Ingress } from '../../types/index.ts'
import { ownerIndexes } from '../owners.ts'
import { columns } from './columns.ts'
import { prepareIngress, prepareIngressUpdate } from './strategy.ts'
import { validateIngress, validateIngressUpdate } from './validation.ts'

export const Ingresses: Kind<Ingress> = {
  kind: 'Ingress',
  group: 'networking.k8s.io',
  version: 'v1',
  plural: 'ingresses',
  singular: 'ingress',
  shortNames: ['ing'],
  categories: [],
  namespaced: true,
  nameRule: 'dns-subdomain',
  hasStatus: true,
  hasGeneration: true,
  indexes: ownerIndexes,
  columns,
  simulated: ['spec.defaultBackend', 'spec.ingressClassName', 'spec.rules'],
  prepareForCreate: prepareIngress,
  prepareForUpdate: prepareIngressUpdate,
  validate: validateIngress,
  validateUpdate: validateIngressUpdate,
}

export default Ingresses
