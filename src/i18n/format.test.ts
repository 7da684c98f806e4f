import { describe, expect, it } from 'vitest'
import { format, slotsOf } from './format.ts'

const ko = (text: string, slots: Record<string, string | number>) => format({ en: '', ko: text }, 'ko', slots)
const en = (text: string, slots: Record<string, string | number>) => format({ en: text, ko: '' }, 'en', slots)

describe('filling the slots of a text', () => {
  it.each([
    ['{n|이/가}', { n: 'Pod 3개' }, 'Pod 3개가'],
    ['{n|은/는}', { n: 3 }, '3은'],
    ['{n|은/는}', { n: 5 }, '5는'],
    ['{n|을/를}', { n: 'web' }, 'web를'],
    ['{n|은/는}', { n: '143%' }, '143%는'],
    ['{n|을/를}', { n: 'deployment/web-10' }, 'deployment/web-10을'],
    ['{n|으로/로}', { n: 7 }, '7로'],
    ['{n|으로/로}', { n: 6 }, '6으로'],
    ['{n|과/와}', { n: '컨트롤러' }, '컨트롤러와'],
    ['{n|이/가}', { n: 'node-1)' }, 'node-1)이'],
    ['{n|이/가}', { n: 'admin' }, 'admin이'],
  ])('puts the particle that fits: %s of %o is %s', (text, slots, filled) => {
    expect(ko(text, slots)).toBe(filled)
  })

  it('chooses the English word for one or many', () => {
    expect(en('{n} {n|pod/pods}', { n: 1 })).toBe('1 pod')
    expect(en('{n} {n|pod/pods}', { n: 0 })).toBe('0 pods')
  })

  it('leaves a slot without a value for the eye, and takes no value from the prototype', () => {
    expect(en('{constructor} {x}', {})).toBe('{constructor} {x}')
  })

  it('refuses what is no pair of particles', () => {
    expect(() => slotsOf({ en: '', ko: '{n|가/이}' })).toThrow(/not a pair/)
  })
})
