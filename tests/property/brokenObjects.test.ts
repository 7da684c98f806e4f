import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Sitting } from '../../src/lab/sitting.ts'

// biome-ignore lint/suspicious/noExplicitAny: objects on their way to be broken.
type Manifest = any

const vectors = join(import.meta.dirname, '../conformance/vectors/real-1.36/defaulting.json')
const manifests: readonly Manifest[] = JSON.parse(readFileSync(vectors, 'utf8')).cases.map(
  (one: { readonly expected: Manifest }) => one.expected,
)
const junk = [
  null,
  '',
  'x',
  0,
  -1,
  1.5,
  true,
  [],
  {},
  [null],
  { a: null },
  'None',
  '10.0.0.1',
  '1Gi',
  1e12,
  [[]],
]
const verbs = ['create', 'apply', 'replace', 'create --dry-run=server', 'apply --dry-run=client']

/** Whatever is taken away from an object or put into it, it is taken or refused; nothing breaks. */
it('answers every broken object, and in no time', () => {
  const sitting = new Sitting({ seed: 1 })
  const damage = fc.tuple(fc.nat(), fc.option(fc.constantFrom(...junk), { nil: undefined }))
  const attempt = fc.tuple(fc.constantFrom(...manifests), fc.array(damage, { minLength: 1, maxLength: 3 }))
  const property = fc.property(fc.constantFrom(...verbs), attempt, (verb, [manifest, damages]) => {
    const broken = damages.reduce(damaged, manifest)
    const start = performance.now()
    const { exit, stdout, stderr } = sitting.execute(`kubectl ${verb} -f -`, JSON.stringify(broken))
    expect([0, 1]).toContain(exit)
    expect(exit === 0 ? stdout : stderr).not.toBe('')
    expect(performance.now() - start).toBeLessThan(2000)
  })
  fc.assert(property, { numRuns: 1500, seed: 1360 })
})

/** One part, chosen by number, is replaced or taken away. The kind stays: without one there is nothing to refuse. */
function damaged(manifest: Manifest, [number, value]: readonly [number, unknown]): Manifest {
  const copy = structuredClone(manifest)
  const places = placesIn(copy).filter(
    ({ holder, key }) => holder !== copy || (key !== 'kind' && key !== 'apiVersion'),
  )
  const place = places[number % places.length]
  if (place === undefined) return copy
  if (value === undefined) delete place.holder[place.key]
  else place.holder[place.key] = value
  return copy
}

function placesIn(value: Manifest): { holder: Manifest; key: string }[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.keys(value).flatMap((key) => [{ holder: value, key }, ...placesIn(value[key])])
}
