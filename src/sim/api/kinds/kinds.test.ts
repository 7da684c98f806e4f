import { describe, expect, it } from 'vitest'
import { apiVersionOf } from '../kind.ts'
import { knownKind } from '../schema/index.ts'
import { kindFor, kindForResource, kindId, kinds } from './index.ts'

describe('the kinds', () => {
  it('are known by every name that kubectl takes', () => {
    for (const name of [
      'deployments',
      'deployment',
      'deploy',
      'Deployments',
      'deployments.apps',
      'deploy.v1.apps',
    ]) {
      expect(kindForResource(name)?.kind, name).toBe('Deployment')
    }
    expect(kindForResource('deployments.extensions')).toBeUndefined()
    expect(kindFor('v1', 'Deployment')).toBeUndefined()
  })

  it('are numbered by their place', () => {
    expect(kinds.map(kindId)).toEqual(kinds.map((_, id) => id))
  })

  it('agree with the schema on plural and scope', () => {
    for (const kind of kinds) {
      const known = knownKind(apiVersionOf(kind), kind.kind)
      expect([known?.plural, known?.namespaced], kind.kind).toEqual([kind.plural, kind.namespaced])
    }
  })
})
