import { expect, it } from 'vitest'
import { Rig, tester } from '../../../tests/support/rig.ts'
import { ConfigMaps } from '../api/kinds/configMap/index.ts'
import { kindId } from '../api/kinds/index.ts'
import type { ApiObject } from '../api/types/index.ts'
import { Lister } from './lister.ts'

function rigWith(...names: readonly string[]) {
  const rig = new Rig([])
  for (const name of names) create(rig, name)
  const { registry } = rig.engine.state
  const seen = registry.head
  return { rig, registry, lister: new Lister<ApiObject>(registry, ConfigMaps, () => seen) }
}

function create(rig: Rig, name: string) {
  rig.create(ConfigMaps, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } })
}

const remove = (rig: Rig, name: string) => rig.server.delete(tester, ConfigMaps, 'default', name)

it('still finds what was removed since it looked, and that of two of one name which it knew', () => {
  const { rig, lister } = rigWith('a', 'b')
  const known = lister.byKey('default/a')
  remove(rig, 'a')
  expect(lister.byKey('default/a')).toBe(known)
  create(rig, 'a')
  remove(rig, 'a')
  expect(lister.get('default', 'a')).toBe(known)
  remove(rig, 'b')
  expect(lister.get('default', 'b')?.metadata.name).toBe('b')
  expect(lister.get('default', 'c')).toBeUndefined()
})

it('forgets what it looked up when the registry is put back to an earlier moment', () => {
  const { rig, registry, lister } = rigWith('a', 'b')
  const image = registry.image(registry.head)
  remove(rig, 'a')
  expect(lister.byKey('default/a')?.metadata.name).toBe('a')
  registry.restore(image)
  remove(rig, 'b')
  expect(lister.byKey('default/b')?.metadata.name).toBe('b')
  expect(registry.slotNamed(kindId(ConfigMaps), 'default/a')).toBeGreaterThan(0)
  expect(lister.byKey('default/a')?.metadata.name).toBe('a')
})

it('tells whether it has something by its name, as it has seen it', () => {
  const { rig, lister } = rigWith('a', 'b')
  remove(rig, 'a')
  create(rig, 'c')
  expect(['a', 'b', 'c', 'd'].map((name) => lister.has(`default/${name}`))).toEqual([
    true,
    true,
    false,
    false,
  ])
})

it('may have something under a key that an object has, had when it was seen last, or has got since', () => {
  const { rig, lister } = rigWith('a')
  const owned = (name: string, uid: string) =>
    rig.create(ConfigMaps, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, ownerReferences: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'a', uid }] },
    })
  expect(lister.mayHave('ownerUid', 'one')).toBe(false)
  owned('b', 'one')
  expect(lister.mayHave('ownerUid', 'one')).toBe(true)
  expect(lister.byIndex('ownerUid', 'one')).toEqual([])
  const { registry } = rig.engine.state
  const seen = registry.head
  const later = new Lister<ApiObject>(registry, ConfigMaps, () => seen)
  remove(rig, 'b')
  expect(later.mayHave('ownerUid', 'one')).toBe(true)
  expect(later.byIndex('ownerUid', 'one').length).toBe(1)
  expect(new Lister<ApiObject>(registry, ConfigMaps, () => registry.head).mayHave('ownerUid', 'one')).toBe(
    false,
  )
})
