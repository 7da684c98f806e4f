/** Node (core/v1). */
import type { Kind } from '../../kind.ts'
import type { Node } from '../../types/index.ts'
import { ownerIndexes } from '../owners.ts'
import { columns } from './columns.ts'
import { setNodeDefaults } from './defaults.ts'
import { evictingKey } from './evicting.ts'
import { simulatedNode } from './simulated.ts'
import { validateNode, validateNodeUpdate } from './validation.ts'

export const Nodes: Kind<Node> = {
  kind: 'Node',
  group: '',
  version: 'v1',
  plural: 'nodes',
  singular: 'node',
  shortNames: ['no'],
  categories: [],
  namespaced: false,
  nameRule: 'dns-subdomain',
  hasStatus: true,
  hasGeneration: false,
  indexes: { ...ownerIndexes, taint: evictingKey },
  metadataIndexes: Object.keys(ownerIndexes),
  columns,
  simulated: simulatedNode,
  setDefaults: setNodeDefaults,
  validate: validateNode,
  validateUpdate: validateNodeUpdate,
}

export default Nodes
