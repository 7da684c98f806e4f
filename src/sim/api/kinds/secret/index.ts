/** Secret (core/v1). */
import type { Kind } from '../../kind.ts'
import type { Secret } from '../../types/index.ts'
import { ownerIndexes } from '../owners.ts'
import { columns } from './columns.ts'
import { setSecretDefaults } from './strategy.ts'
import { validateSecret, validateSecretUpdate } from './validation.ts'

export const Secrets: Kind<Secret> = {
  kind: 'Secret',
  group: '',
  version: 'v1',
  plural: 'secrets',
  singular: 'secret',
  shortNames: [],
  categories: [],
  namespaced: true,
  nameRule: 'dns-subdomain',
  hasStatus: false,
  hasGeneration: false,
  indexes: ownerIndexes,
  columns,
  setDefaults: setSecretDefaults,
  validate: validateSecret,
  validateUpdate: validateSecretUpdate,
}

export default Secrets
