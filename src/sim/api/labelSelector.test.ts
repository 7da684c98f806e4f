import { describe, expect, it } from 'vitest'
import {
  canonicalSelector,
  formatLabelSelector,
  matchesLabelSelector,
  parseLabelSelector,
} from './labelSelector.ts'
import type { LabelSelector } from './types/index.ts'

describe('selectors as text', () => {
  it.each([
    ['app=web,tier in (b,a),!old', '!old,app=web,tier in (a,b)'],
    ['  x  notin ( , b ) ', 'x notin (,b)'],
    ['in in (in)', 'in in (in)'],
    ['n>3,m<7', 'm<7,n>3'],
    ['a==b,c!=', 'a==b,c!='],
  ])('%s means %s', (text, canonical) => {
    expect(canonicalSelector(text).split(',').sort()).toEqual(canonical.split(',').sort())
  })

  it.each([
    ['a,', "found '', expected: identifier after ','"],
    ['a b', "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt"],
    ['!a=b', "found '=', expected: ',' or 'end of string'"],
    ['a in b', "unable to parse requirement: found 'b' expected: '('"],
    ['a in (b', "unable to parse requirement: found '', expected: ',' or ')'"],
    ['a=(', "unable to parse requirement: found '(', expected: identifier"],
    [
      'a>b',
      "unable to parse requirement: values[0]: Invalid value: \"b\": for 'Gt', 'Lt' operators, the value must be an integer",
    ],
    ['(', "found '(', expected: !, identifier, or 'end of string'"],
  ])('refuses %s in the words of kubectl', (text, message) => {
    expect(() => parseLabelSelector(text)).toThrow(new RangeError(message))
  })

  it('names the key and value that break the grammar', () => {
    expect(() => parseLabelSelector('-a=b')).toThrow(
      /^unable to parse requirement: <nil>: Invalid value: "-a": name part/,
    )
    expect(() => parseLabelSelector('a=b@c')).toThrow(
      /^unable to parse requirement: values\[0\]\[a\]: Invalid value: "b@c": /,
    )
  })

  it('takes only labels for labels, not what every object has', () => {
    expect(parseLabelSelector('constructor')({})).toBe(false)
    expect(parseLabelSelector('!toString')({})).toBe(true)
  })
})

describe('structured selectors', () => {
  const selector: LabelSelector = Object.freeze<LabelSelector>({
    matchLabels: { app: 'web' },
    matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['be'] }],
  })

  it('asks for every label and every expression', () => {
    expect(matchesLabelSelector(selector, { app: 'web' })).toBe(true)
    expect(matchesLabelSelector(selector, { app: 'web', tier: 'be' })).toBe(false)
    expect(matchesLabelSelector(selector, undefined)).toBe(false)
  })

  it('matches everything when empty, nothing when absent or broken', () => {
    const broken: LabelSelector = { matchExpressions: [{ key: 'a', operator: 'In', values: [] }] }
    expect(matchesLabelSelector({}, {})).toBe(true)
    expect(matchesLabelSelector(undefined, {})).toBe(false)
    expect(matchesLabelSelector(broken, { a: 'b' })).toBe(false)
    expect([selector, {}, broken].map(formatLabelSelector)).toEqual([
      'app=web,tier notin (be)',
      '<none>',
      '<error>',
    ])
  })
})
