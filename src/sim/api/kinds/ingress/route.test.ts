import { describe, expect, it } from 'vitest'
import type { Ingress, IngressPath } from '../../types/index.ts'
import { routeOf } from './route.ts'

function path(pattern: string, service: string, pathType: IngressPath['pathType'] = 'Prefix'): IngressPath {
  return { path: pattern, pathType, backend: { service: { name: service, port: { number: 80 } } } }
}

function ingress(
  rules: Readonly<Record<string, readonly IngressPath[]>>,
  more: object = {},
  namespace = 'a',
): Ingress {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'i', namespace, uid: '', resourceVersion: '', creationTimestamp: '' },
    spec: { rules: Object.entries(rules).map(([host, paths]) => ({ host, http: { paths } })), ...more },
    status: {},
  }
}

function goesTo(ingresses: readonly Ingress[], host: string, at: string): string {
  return routeOf(ingresses, host, at)?.service ?? '404'
}

describe('a path', () => {
  it.each([
    ['Prefix', '/', '/any/thing', true],
    ['Exact', '/foo', '/foo', true],
    ['Exact', '/foo', '/bar', false],
    ['Exact', '/foo', '/foo/', false],
    ['Exact', '/foo/', '/foo', false],
    ['Prefix', '/foo', '/foo', true],
    ['Prefix', '/foo', '/foo/', true],
    ['Prefix', '/foo/', '/foo', true],
    ['Prefix', '/foo/', '/foo/', true],
    ['Prefix', '/aaa/bb', '/aaa/bbb', false],
    ['Prefix', '/aaa/bbb', '/aaa/bbb', true],
    ['Prefix', '/aaa/bbb/', '/aaa/bbb', true],
    ['Prefix', '/aaa/bbb', '/aaa/bbb/', true],
    ['Prefix', '/aaa/bbb', '/aaa/bbb/ccc', true],
    ['Prefix', '/aaa/bbb', '/aaa/bbbxyz', false],
    ['Prefix', '/foo', '/foo?bar=1', true],
    ['ImplementationSpecific', '/foo', '/foo/bar', true],
  ] as const)('%s %s, asked for %s: %s', (pathType, pattern, asked, matches) => {
    const rules = [ingress({ '': [path(pattern, 'web', pathType)] })]
    expect(goesTo(rules, 'x', asked)).toBe(matches ? 'web' : '404')
  })
})

describe('of several paths that match', () => {
  const rules = [
    ingress({
      '': [
        path('/', 'root'),
        path('/shop', 'shop'),
        path('/shop/cart', 'cart'),
        path('/shop', 'exact', 'Exact'),
      ],
    }),
  ]

  it.each([
    ['/', 'root'],
    ['/other', 'root'],
    ['/shop', 'exact'],
    ['/shop/', 'shop'],
    ['/shop/item', 'shop'],
    ['/shop/cart/1', 'cart'],
  ])('the exact one wins, then the longest: %s goes to %s', (asked, service) => {
    expect(goesTo(rules, 'any.example.com', asked)).toBe(service)
  })

  it('the oldest wins where two say the same', () => {
    const both = [ingress({ '': [path('/', 'old')] }), ingress({ '': [path('/', 'new')] })]
    expect(goesTo(both, 'x', '/')).toBe('old')
  })
})

describe('a host', () => {
  const rules = [
    ingress({
      'a.example.com': [path('/', 'own'), path('/only', 'only')],
      '*.example.com': [path('/', 'wild')],
      '': [path('/', 'any'), path('/everywhere', 'everywhere')],
    }),
  ]

  it.each([
    ['a.example.com', 'own'],
    ['a.example.com:8080', 'own'],
    ['A.EXAMPLE.COM', 'own'],
    ['b.example.com', 'wild'],
    ['c.b.example.com', 'any'],
    ['example.com', 'any'],
    ['', 'any'],
  ])(
    '%s: its own rules, else those of a wildcard for one label, else those for any host',
    (host, service) => {
      expect(goesTo(rules, host, '/')).toBe(service)
    },
  )

  it('with rules of its own is not served by those of others', () => {
    const narrow = [ingress({ 'a.example.com': [path('/only', 'only')], '': [path('/', 'any')] })]
    expect(goesTo(narrow, 'a.example.com', '/else')).toBe('404')
  })
})

describe('what no rule matches', () => {
  it('goes to the default backend, or nowhere', () => {
    const backend = { service: { name: 'fallback', port: { name: 'http' } } }
    const rules = { 'a.example.com': [path('/x', 'x')] }
    expect(goesTo([ingress(rules)], 'a.example.com', '/')).toBe('404')
    const second = ingress({}, { defaultBackend: backend }, 'b')
    expect(routeOf([ingress(rules), second], 'a.example.com', '/')).toEqual({
      namespace: 'b',
      service: 'fallback',
      port: 'http',
    })
  })

  it('leads nowhere where the backend is no service', () => {
    const resource = {
      path: '/',
      pathType: 'Prefix',
      backend: { resource: { kind: 'Bucket', name: 'b' } },
    } as const
    expect(routeOf([ingress({ '': [resource] })], 'x', '/')).toBeUndefined()
  })
})
