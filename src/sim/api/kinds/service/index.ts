/** Service (core/v1). */
import type { Kind } from '../../kind.ts'
import type { Service } from '../../types/index.ts'
import { ownerIndexes } from '../owners.ts'
import { selectorKey } from '../selection.ts'
import { columns } from './columns.ts'
import { setServiceDefaults } from './defaults.ts'
import { simulatedService } from './simulated.ts'
import { prepareService, prepareServiceUpdate } from './strategy.ts'
import { validateServiceUpdate } from './update.ts'
import { validateService } from './validation.ts'

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
  indexes: {
    ...ownerIndexes,
    selector: ({ metadata, spec }) =>
      spec.selector === undefined ? undefined : selectorKey(metadata.namespace, spec.selector),
  },
  columns,
  simulated: simulatedService,
  setDefaults: setServiceDefaults,
  prepareForCreate: prepareService,
  prepareForUpdate: prepareServiceUpdate,
  validate: validateService,
  validateUpdate: validateServiceUpdate,
}

export default Services
