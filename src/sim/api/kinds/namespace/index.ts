/** Namespace (core/v1). */
import type { Kind } from '../../kind.ts'
import type { Namespace } from '../../types/index.ts'
import { ownerIndexes } from '../owners.ts'
import { columns } from './columns.ts'
import { prepareNamespace, prepareNamespaceUpdate, setNamespaceDefaults } from './strategy.ts'
import { validateNamespace, validateNamespaceUpdate } from './validation.ts'

export const Namespaces: Kind<Namespace> = {
  kind: 'Namespace',
  group: '',
  version: 'v1',
  plural: 'namespaces',
  singular: 'namespace',
  shortNames: ['ns'],
  categories: [],
  namespaced: false,
  nameRule: 'dns-label',
  hasStatus: true,
  hasGeneration: false,
  indexes: ownerIndexes,
  columns,
  setDefaults: setNamespaceDefaults,
  prepareForCreate: prepareNamespace,
  prepareForUpdate: prepareNamespaceUpdate,
  validate: validateNamespace,
  validateUpdate: validateNamespaceUpdate,
}

export default Namespaces
