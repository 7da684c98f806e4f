import { expect, test } from 'vitest'
import { jsonPatch } from './jsonPatch.ts'
import { mergePatch } from './mergePatch.ts'
import { strategicMerge } from './strategicMerge.ts'
import { threeWayPatch } from './threeWay.ts'

const pod = (...containers: object[]) => ({ spec: { containers } })

test('a strategic merge changes one container of two and leaves the other', () => {
  const live = pod({ name: 'a', image: 'a:1' }, { name: 'b', image: 'b:1', env: [{ name: 'X', value: '1' }] })
  const patch = pod({ name: 'b', image: 'b:2', env: [{ name: 'Y', value: '2' }] })
  expect(strategicMerge(live, patch, 'Pod')).toEqual(
    pod(
      { name: 'a', image: 'a:1' },
      {
        name: 'b',
        image: 'b:2',
        env: [
          { name: 'X', value: '1' },
          { name: 'Y', value: '2' },
        ],
      },
    ),
  )
})

test('lists without a merge key are replaced, null deletes a field, a directive deletes an item', () => {
  const live = {
    spec: { tolerations: [{ key: 'a' }], nodeName: 'n', containers: [{ name: 'a' }, { name: 'b' }] },
  }
  const patch = {
    spec: { tolerations: [{ key: 'b' }], nodeName: null, containers: [{ name: 'a', $patch: 'delete' }] },
  }
  expect(strategicMerge(live, patch, 'Pod')).toEqual({
    spec: { tolerations: [{ key: 'b' }], containers: [{ name: 'b' }] },
  })
})

test('a merge patch replaces lists whole', () => {
  expect(mergePatch({ a: [1, 2], b: { c: 1, d: 2 } }, { a: [3], b: { c: null } })).toEqual({
    a: [3],
    b: { d: 2 },
  })
})

test('a JSON patch adds, replaces, removes, moves and tests', () => {
  const document = { a: [1, 3], b: { 'x/y': 1 } }
  const operations = [
    { op: 'test', path: '/b/x~1y', value: 1 },
    { op: 'add', path: '/a/1', value: 2 },
    { op: 'add', path: '/a/-', value: 4 },
    { op: 'remove', path: '/a/0' },
    { op: 'move', from: '/b/x~1y', path: '/c' },
  ]
  expect(jsonPatch(document, operations)).toEqual({ a: [2, 3, 4], b: {}, c: 1 })
  expect(document).toEqual({ a: [1, 3], b: { 'x/y': 1 } })
  expect(() => jsonPatch(document, [{ op: 'replace', path: '/nope', value: 1 }])).toThrow('missing value')
})

test('applying what is already there changes nothing', () => {
  const manifest = {
    metadata: { name: 'web' },
    ...pod({ name: 'a', image: 'a:1', ports: [{ containerPort: 80 }] }),
  }
  const live = {
    metadata: { name: 'web', uid: 'u' },
    ...pod({ name: 'a', image: 'a:1', ports: [{ containerPort: 80, protocol: 'TCP' }], resources: {} }),
  }
  expect(threeWayPatch(manifest, manifest, live, 'Pod')).toEqual({})
})

test('apply removes what the last manifest said and this one does not, and nothing else', () => {
  const before = { spec: { a: 1, b: 2, containers: [{ name: 'a' }, { name: 'gone' }] } }
  const after = { spec: { a: 1, containers: [{ name: 'a' }] } }
  const live = {
    spec: { a: 1, b: 2, c: 3, containers: [{ name: 'a' }, { name: 'gone' }, { name: 'injected' }] },
  }
  const patch = threeWayPatch(before, after, live, 'Pod')
  expect(strategicMerge(live, patch, 'Pod')).toEqual({
    spec: { a: 1, c: 3, containers: [{ name: 'a' }, { name: 'injected' }] },
  })
})

test('switching a deployment to Recreate drops the rolling update that only the server had set', () => {
  const before = { spec: { replicas: 1 } }
  const after = { spec: { replicas: 1, strategy: { type: 'Recreate' } } }
  const live = {
    spec: { replicas: 1, strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%' } } },
  }
  const patch = threeWayPatch(before, after, live, 'Deployment')
  expect(strategicMerge(live, patch, 'Deployment')).toEqual({
    spec: { replicas: 1, strategy: { type: 'Recreate' } },
  })
})
