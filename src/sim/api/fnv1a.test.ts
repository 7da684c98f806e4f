import { expect, it } from 'vitest'
import { fnv1a, fnv1aOn } from './fnv1a.ts'
import { utf8 } from './utf8.ts'

it('gives the numbers that the authors of the hash publish for it', () => {
  const published = { '': 0x811c9dc5, a: 0xe40c292c, b: 0xe70c2de5, foobar: 0xbf9cf968 }
  for (const [text, hash] of Object.entries(published)) expect(fnv1a(text) >>> 0).toBe(hash)
})

it('goes by the bytes of a text, and goes on from where it was', () => {
  expect(fnv1a('가나')).toBe(fnv1aOn(fnv1a(''), utf8('가나')))
  expect(fnv1aOn(fnv1a('foo'), utf8('bar'))).toBe(fnv1a('foobar'))
})
