/** ReplicaSet (apps/v1). */
import type { Kind } from '../../kind.ts'
import type { ReplicaSet } from '../../types/index.ts'
import { ownerIndexes } from '../owners.ts'
import { orphanKey, selectorKey } from '../selection.ts'
import { columns } from './columns.ts'
import { setReplicaSetDefaults } from './defaults.ts'
import { simulatedReplicaSet } from './simulated.ts'
import { prepareReplicaSet } from './strategy.ts'
import { validateReplicaSet, validateReplicaSetUpdate, warnOfReplicaSet } from './validation.ts'

export const ReplicaSets: Kind<ReplicaSet> = {
  kind: 'ReplicaSet',
  group: 'apps',
  version: 'v1',
  plural: 'replicasets',
  singular: 'replicaset',
  shortNames: ['rs'],
  categories: ['all'],
  namespaced: true,
  nameRule: 'dns-subdomain',
  hasStatus: true,
  hasGeneration: true,
  indexes: {
    ...ownerIndexes,
    orphan: orphanKey,
    selector: ({ metadata, spec }) => selectorKey(metadata.namespace, spec.selector.matchLabels),
  },
  columns,
  simulated: simulatedReplicaSet,
  setDefaults: setReplicaSetDefaults,
  prepareForCreate: prepareReplicaSet,
  validate: validateReplicaSet,
  validateUpdate: validateReplicaSetUpdate,
  warnings: warnOfReplicaSet,
}

export default ReplicaSets
