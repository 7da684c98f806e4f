import { expect, it } from 'vitest'
import { templateHash } from './templateHash.ts'
import type { PodTemplateSpec } from './types/index.ts'

const template: PodTemplateSpec = {
  metadata: { labels: { app: 'web', tier: 'fe' } },
  spec: { containers: [{ name: 'main', image: 'nginx' }] },
}

it('does not depend on the order of fields or on empty ones', () => {
  const same: PodTemplateSpec = {
    spec: { volumes: [], containers: [{ image: 'nginx', resources: {}, name: 'main' }] },
    metadata: { annotations: {}, labels: { tier: 'fe', app: 'web' } },
  }
  expect(templateHash(same)).toBe(templateHash(template))
})

it('changes with the template and with the count of collisions', () => {
  const other = { ...template, spec: { containers: [{ name: 'main', image: 'nginx:2' }] } }
  const hashes = [
    templateHash(template),
    templateHash(other),
    templateHash(template, 0),
    templateHash(template, 1),
  ]
  expect(new Set(hashes).size).toBe(4)
  for (const hash of hashes) expect(hash).toMatch(/^[bcdfghjklmnpqrstvwxz2456789]{1,10}$/)
})
