import { describe, expect, it } from 'vitest'
import {
  configMapKeyErrors,
  dns1035LabelErrors,
  dnsLabelErrors,
  dnsSubdomainErrors,
  envVarNameErrors,
  labelValueErrors,
  nameErrors,
  percentErrors,
  portNameErrors,
  qualifiedNameErrors,
} from './names.ts'

describe('grammars of names', () => {
  it.each([
    [
      'a label',
      dnsLabelErrors,
      ['a', '1', 'a-b', 'a'.repeat(63)],
      ['', 'A', '-a', 'a-', 'a_b', 'a'.repeat(64)],
    ],
    [
      'a subdomain',
      dnsSubdomainErrors,
      ['a.b', 'a', '1.2'],
      ['', '.a', 'a..b', 'a.', 'A.b', 'a'.repeat(254)],
    ],
    ['a 1035 label', dns1035LabelErrors, ['a', 'a1'], ['1a', '-a', 'a.b', '']],
    [
      'a qualified name',
      qualifiedNameErrors,
      ['A', 'a.b/C_d', 'x-y'],
      ['', '/a', 'a/', 'A.b/c', 'a/b/c', '-a'],
    ],
    ['a label value', labelValueErrors, ['', 'A', 'a_b.c-d'], ['a b', '-a', 'a-', 'a'.repeat(64)]],
    ['a config map key', configMapKeyErrors, ['a', '.a', 'A_b-c.d'], ['', 'a b', '.', '..', '..a']],
    ['a variable', envVarNameErrors, ['A', 'a.b', '1', 'a b'], ['A=B', 'é']],
    ['a port name', portNameErrors, ['http', 'a1-b'], ['', '80', 'a--b', '-a', 'Http', 'this-is-too-long']],
    ['a percentage', percentErrors, ['0%', '100%', '250%'], ['', '%', '5', '-5%', '5.5%']],
  ])('take %s and nothing else', (_, errors, good, bad) => {
    for (const text of good) expect(errors(text), text).toEqual([])
    for (const text of bad) expect(errors(text), text).not.toEqual([])
  })

  it('say of a subdomain in the place of a label only that it has dots', () => {
    expect(dnsLabelErrors('a.b')).toEqual(['must not contain dots'])
  })

  it('take a dash at the end of a name to be generated', () => {
    expect(nameErrors('dns-subdomain', 'web-', true)).toEqual([])
    expect(nameErrors('dns-subdomain', 'web-')).not.toEqual([])
  })
})
