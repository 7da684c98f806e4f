/** EndpointSlice (discovery.k8s.io/v1). */
import type { Kind } from '../../kind.ts'
import type { EndpointSlice } from '../../types/index.ts'
import { ownerIndexes } from '../owners.ts'
import { columns } from './columns.ts'
import { prepareEndpointSliceUpdate, setEndpointSliceDefaults } from './strategy.ts'
import { validateEndpointSlice, validateEndpointSliceUpdate } from './validation.ts'

function serviceKey(slice: EndpointSlice): string | undefined {
  const service = slice.metadata.labels?.['kubernetes.io/service-name']
  return service === undefined ? undefined : `${slice.metadata.namespace}/${service}`
}

export const EndpointSlices: Kind<EndpointSlice> = {
  kind: 'EndpointSlice',
  group: 'discovery.k8s.io',
  version: 'v1',
  plural: 'endpointslices',
  singular: 'endpointslice',
  shortNames: [],
  categories: [],
  namespaced: true,
  nameRule: 'dns-subdomain',
  hasStatus: false,
  hasGeneration: true,
  indexes: {
    ...ownerIndexes,
    service: serviceKey,
  },
  columns,
  setDefaults: setEndpointSliceDefaults,
  prepareForUpdate: prepareEndpointSliceUpdate,
  validate: validateEndpointSlice,
  validateUpdate: validateEndpointSliceUpdate,
}

export default EndpointSlices
