/** ServiceAccount (core/v1). */
import type { Kind } from '../../kind.ts'
import type { ServiceAccount } from '../../types/index.ts'
import { ownerIndexes } from '../owners.ts'
import { columns } from './columns.ts'
import { simulatedServiceAccount } from './simulated.ts'
import { validateServiceAccount, validateServiceAccountUpdate } from './validation.ts'

export const ServiceAccounts: Kind<ServiceAccount> = {
  kind: 'ServiceAccount',
  group: '',
  version: 'v1',
  plural: 'serviceaccounts',
  singular: 'serviceaccount',
  shortNames: ['sa'],
  categories: [],
  namespaced: true,
  nameRule: 'dns-subdomain',
  hasStatus: false,
  hasGeneration: false,
  indexes: ownerIndexes,
  columns,
  simulated: simulatedServiceAccount,
  validate: validateServiceAccount,
  validateUpdate: validateServiceAccountUpdate,
}

export default ServiceAccounts
