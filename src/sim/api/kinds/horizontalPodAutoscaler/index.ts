/** HorizontalPodAutoscaler (autoscaling/v2). */
import type { Kind } from '../../kind.ts'
import type { HorizontalPodAutoscaler } from '../../types/index.ts'
import { ownerIndexes } from '../owners.ts'
import { columns } from './columns.ts'
import { setAutoscalerDefaults } from './defaults.ts'
import { simulatedAutoscaler } from './simulated.ts'
import { prepareAutoscaler } from './strategy.ts'
import { validateAutoscaler, validateAutoscalerUpdate } from './validation.ts'
import { version1 } from './version1.ts'

export const HorizontalPodAutoscalers: Kind<HorizontalPodAutoscaler> = {
  kind: 'HorizontalPodAutoscaler',
  group: 'autoscaling',
  version: 'v2',
  otherVersions: [version1],
  plural: 'horizontalpodautoscalers',
  singular: 'horizontalpodautoscaler',
  shortNames: ['hpa'],
  categories: ['all'],
  namespaced: true,
  nameRule: 'dns-subdomain',
  hasStatus: true,
  hasGeneration: false,
  indexes: ownerIndexes,
  columns,
  simulated: simulatedAutoscaler,
  setDefaults: setAutoscalerDefaults,
  prepareForCreate: prepareAutoscaler,
  validate: validateAutoscaler,
  validateUpdate: validateAutoscalerUpdate,
}

export default HorizontalPodAutoscalers
