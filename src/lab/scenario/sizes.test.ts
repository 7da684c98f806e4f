import { expect, it } from 'vitest'
import { grouped, withSizes } from './sizes.ts'

const file = {
  sizes: { nodes: { full: 5000, small: 60 }, pods: { full: 150_000, small: 600 } },
  setup: ['sim cluster --nodes <nodes>', { run: 'kubectl get <pod>' }],
  say: { en: '<pods> pods on <nodes> nodes', ko: '노드 <nodes>개에 Pod <pods>개' },
  when: 'size(nodes()) == <nodes>',
}

it('puts a number in wherever its name stands, grouped where people read it', () => {
  expect(withSizes(file, 'full')).toMatchObject({
    setup: ['sim cluster --nodes 5000', { run: 'kubectl get <pod>' }],
    say: { en: '150,000 pods on 5,000 nodes', ko: '노드 5,000개에 Pod 150,000개' },
    when: 'size(nodes()) == 5000',
  })
})

it('plays the same file small', () => {
  expect(withSizes(file, 'small')).toMatchObject({
    setup: ['sim cluster --nodes 60', { run: 'kubectl get <pod>' }],
    say: { en: '600 pods on 60 nodes', ko: '노드 60개에 Pod 600개' },
  })
})

it.each([undefined, null, 7, { sizes: 'many' }, { sizes: { nodes: 7 } }, { sizes: null }])(
  'leaves %j for the reader to refuse',
  (contents) => {
    expect(withSizes(contents, 'full')).toEqual(contents)
  },
)

it('groups digits by three', () => {
  expect([7, 999, 1000, 150_000, 2_000_000_000].map(grouped)).toEqual([
    '7',
    '999',
    '1,000',
    '150,000',
    '2,000,000,000',
  ])
})
