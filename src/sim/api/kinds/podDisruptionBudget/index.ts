/** PodDisruptionBudget (policy/v1). */
import type { Kind } from '../../kind.ts'
import type { PodDisruptionBudget } from '../../types/index.ts'
import { ownerIndexes } from '../owners.ts'
import { columns } from './columns.ts'
import { prepareBudget, prepareBudgetUpdate } from './strategy.ts'
import { validateBudget, validateBudgetUpdate } from './validation.ts'

export const PodDisruptionBudgets: Kind<PodDisruptionBudget> = {
  kind: 'PodDisruptionBudget',
  group: 'policy',
  version: 'v1',
  plural: 'poddisruptionbudgets',
  singular: 'poddisruptionbudget',
  shortNames: ['pdb'],
  categories: [],
  namespaced: true,
  nameRule: 'dns-subdomain',
  hasStatus: true,
  hasGeneration: true,
  indexes: {
    ...ownerIndexes,
    namespace: ({ metadata }) => metadata.namespace,
  },
  columns,
  prepareForCreate: prepareBudget,
  prepareForUpdate: prepareBudgetUpdate,
  validate: validateBudget,
  validateUpdate: validateBudgetUpdate,
}

export default PodDisruptionBudgets
