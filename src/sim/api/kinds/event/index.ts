/** Event (core/v1). */
import type { Kind } from '../../kind.ts'
import type { Event } from '../../types/index.ts'
import { ownerIndexes } from '../owners.ts'
import { columns } from './columns.ts'

export const Events: Kind<Event> = {
  kind: 'Event',
  group: '',
  version: 'v1',
  plural: 'events',
  singular: 'event',
  shortNames: ['ev'],
  categories: [],
  namespaced: true,
  nameRule: 'dns-subdomain',
  hasStatus: false,
  hasGeneration: false,
  indexes: ownerIndexes,
  columns,
}

export default Events
