/** Lease (coordination.k8s.io/v1). */
import type { Kind } from '../../kind.ts'
import type { Lease } from '../../types/index.ts'
import { ownerIndexes } from '../owners.ts'
import { columns } from './columns.ts'
import { validateLease, validateLeaseUpdate } from './validation.ts'

export const Leases: Kind<Lease> = {
  kind: 'Lease',
  group: 'coordination.k8s.io',
  version: 'v1',
  plural: 'leases',
  singular: 'lease',
  shortNames: [],
  categories: [],
  namespaced: true,
  nameRule: 'dns-subdomain',
  hasStatus: false,
  hasGeneration: false,
  indexes: ownerIndexes,
  columns,
  validate: validateLease,
  validateUpdate: validateLeaseUpdate,
}

export default Leases
