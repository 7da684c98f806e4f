// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { Slots } from '../../../i18n/index.ts'
import { Markdown } from './Markdown.tsx'

afterEach(cleanup)

function shown(text: string, slots: Slots = {}): HTMLElement {
  return render(<Markdown text={{ en: text, ko: text }} slots={slots} />).container
}

describe('Markdown of a scenario', () => {
  it.each([
    '<img src=x onerror=alert(1)>',
    'a <script>alert(1)</script> b',
    '<a href="https://example.com">here</a>',
    '![picture](https://example.com/a.png)',
    '# Heading',
  ])('shows %s as it is written, and makes nothing of it', (text) => {
    const container = shown(text)
    expect(container.querySelectorAll('img, script, a, h1')).toHaveLength(0)
    expect(container.textContent).toBe(text)
  })

  it.each(['javascript:alert(1)', 'http://example.com', 'data:text/html,x', 'https:/x', '//example.com'])(
    'makes no link to %s',
    (url) => {
      const container = shown(`[here](${url})`)
      expect(container.querySelector('a')).toBeNull()
      expect(container.textContent).toContain('here')
    },
  )

  it('makes links that leave nothing behind', () => {
    const link = shown('[docs](https://kubernetes.io/docs/?a=1#b)').querySelector('a')
    expect(link?.href).toBe('https://kubernetes.io/docs/?a=1#b')
    expect(link?.rel).toContain('noopener')
  })

  it('knows emphasis, code and lists', () => {
    const container = shown('**a** *b* `c`\n\n- d\n\n1. e')
    expect(
      [...container.querySelectorAll('strong, em, code, ul > li, ol > li')].map((one) => one.textContent),
    ).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('never reads a value as Markdown', () => {
    const value = '**x** `y` [z](https://z.z) <b>'
    const container = shown('{n} and `{n}`', { n: value })
    expect(container.textContent).toBe(`${value} and ${value}`)
    expect(container.querySelectorAll('strong, a, b')).toHaveLength(0)
    expect(container.querySelectorAll('code')).toHaveLength(1)
  })

  it('emphasises around values, and chooses the word for one', () => {
    const container = shown('**{n}** {n|pod/pods}', { n: 1 })
    expect(container.textContent).toBe('1 pod')
    expect(container.querySelector('strong')?.textContent).toBe('1')
  })

  it('keeps names with hyphens whole, and leaves a number to the word that counts it', () => {
    const whole = (text: string, slots: Slots) =>
      [...shown(text, slots).querySelectorAll('[class*="whole"]')].map((one) => one.textContent)
    expect(whole('{name} 노드에 {n}개', { name: 'node-1', n: 4 })).toEqual(['node-1'])
    cleanup()
    expect(whole('On kube-system and {name}', { name: 'two words-here' })).toEqual(['kube-system'])
  })

  it('takes no stand-in for a value from the text itself', () => {
    expect(shown('a\u{F0000}b {n}', { n: 'c' }).textContent).toBe('ab c')
  })
})
