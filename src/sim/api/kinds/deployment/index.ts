/** Deployment (apps/v1). */
import type { Kind } from '../../kind.ts'
import type { Deployment } from '../../types/index.ts'
import { ownerIndexes } from '../owners.ts'
import { selectorKey } from '../selection.ts'
import { columns } from './columns.ts'
import { setDeploymentDefaults } from './defaults.ts'
import { simulatedDeployment } from './simulated.ts'
import { prepareDeployment } from './strategy.ts'
import { validateDeployment, validateDeploymentUpdate, warnOfDeployment } from './validation.ts'

export const Deployments: Kind<Deployment> = {
  kind: 'Deployment',
  group: 'apps',
  version: 'v1',
  plural: 'deployments',
  singular: 'deployment',
  shortNames: ['deploy'],
  categories: ['all'],
  namespaced: true,
  nameRule: 'dns-subdomain',
  hasStatus: true,
  hasGeneration: true,
  indexes: {
    ...ownerIndexes,
    selector: ({ metadata, spec }) => selectorKey(metadata.namespace, spec.selector.matchLabels),
  },
  columns,
  simulated: simulatedDeployment,
  setDefaults: setDeploymentDefaults,
  prepareForCreate: prepareDeployment,
  validate: validateDeployment,
  validateUpdate: validateDeploymentUpdate,
  warnings: warnOfDeployment,
}

export default Deployments
