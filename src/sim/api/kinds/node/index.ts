/** Node (core/v1). */
import type { Kind } from '../../kind.ts'
import type { Node } from '../../types/index.ts'
import { ownerIndexes } from '../owners.ts'
import { columns } from './columns.ts'

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
  indexes: ownerIndexes,
  columns,
}

export default Nodes
