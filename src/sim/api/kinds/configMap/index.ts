/** ConfigMap (core/v1). */
import type { Kind } from '../../kind.ts'
import type { ConfigMap } from '../../types/index.ts'
import { ownerIndexes } from '../owners.ts'
import { columns } from './columns.ts'
import { validateConfigMap, validateConfigMapUpdate } from './validation.ts'

export const ConfigMaps: Kind<ConfigMap> = {
  kind: 'ConfigMap',
  group: '',
  version: 'v1',
  plural: 'configmaps',
  singular: 'configmap',
  shortNames: ['cm'],
  categories: [],
  namespaced: true,
  nameRule: 'dns-subdomain',
  hasStatus: false,
  hasGeneration: false,
  indexes: ownerIndexes,
  columns,
  validate: validateConfigMap,
  validateUpdate: validateConfigMapUpdate,
}

export default ConfigMaps
