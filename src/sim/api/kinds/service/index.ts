/** Service (core/v1). */
import type { Kind } from '../../kind.ts'
import type { Service } from '../../types/index.ts'
import { ownerIndexes } from '../owners.ts'
import { columns } from './columns.ts'

export const Services: Kind<Service> = {
  kind: 'Service',
  group: '',
  version: 'v1',
  plural: 'services',
  singular: 'service',
  shortNames: ['svc'],
  categories: ['all'],
  namespaced: true,
  nameRule: 'dns-1035-label',
  hasStatus: true,
  hasGeneration: false,
  indexes: ownerIndexes,
  columns,
}

export default Services
