/** Pod (core/v1). */
import type { Kind } from '../../kind.ts'
import type { Pod } from '../../types/index.ts'
import { ownerIndexes } from '../owners.ts'
import { labelKeys, orphanKey } from '../selection.ts'
import { columns } from './columns.ts'
import { setPodDefaults } from './defaults.ts'
import { facetsOfPod } from './facets.ts'
import { simulatedPod } from './simulated.ts'
import { podGracePeriod, preparePod, preparePodUpdate } from './strategy.ts'
import { withTokenVolume } from './tokenVolume.ts'
import { validatePod, validatePodUpdate, warnOfPod } from './validation.ts'

export const Pods: Kind<Pod> = {
  kind: 'Pod',
  group: '',
  version: 'v1',
  plural: 'pods',
  singular: 'pod',
  shortNames: ['po'],
  categories: ['all'],
  namespaced: true,
  nameRule: 'dns-subdomain',
  hasStatus: true,
  hasGeneration: true,
  indexes: {
    ...ownerIndexes,
    node: (pod) => pod.spec.nodeName,
    label: labelKeys,
    orphan: orphanKey,
  },
  metadataIndexes: [...Object.keys(ownerIndexes), 'label', 'orphan'],
  facets: facetsOfPod,
  columns,
  simulated: simulatedPod,
  setDefaults: setPodDefaults,
  prepareForCreate: preparePod,
  prepareForUpdate: preparePodUpdate,
  gracePeriodSeconds: podGracePeriod,
  present: withTokenVolume,
  validate: validatePod,
  validateUpdate: validatePodUpdate,
  warnings: warnOfPod,
}

export default Pods
