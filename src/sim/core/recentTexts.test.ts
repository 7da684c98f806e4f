import { describe, expect, it } from 'vitest'
import { RecentTexts } from './recentTexts.ts'

describe('recent texts', () => {
  it('answers what was set last for a text, and nothing for others', () => {
    const recent = new RecentTexts<number>()
    expect(recent.get('node-1')).toBeUndefined()
    recent.set('node-1', 1)
    recent.set('node-2', 2)
    recent.set('node-1', 3)
    expect([recent.get('node-1'), recent.get('node-2'), recent.get('node-3')]).toEqual([3, 2, undefined])
  })

  it('forgets what is deleted, and everything when cleared', () => {
    const recent = new RecentTexts<number>()
    recent.set('a', 1)
    recent.set('b', 2)
    recent.delete('a')
    expect([recent.get('a'), recent.get('b')]).toEqual([undefined, 2])
    recent.clear()
    expect(recent.get('b')).toBeUndefined()
  })

  it('holds no text that was deleted', () => {
    const recent = new RecentTexts<number>()
    for (let i = 0; i < 5000; i++) recent.set(`Created pod: web-${i}`, i)
    for (let i = 0; i < 5000; i++) recent.delete(`Created pod: web-${i}`)
    expect(recent.size).toBe(0)
  })

  it('takes no more room for a few that drive one another out', () => {
    const recent = new RecentTexts<number>()
    for (let i = 0; i < 10_000; i++)
      for (const text of ['replicaset-controller', 'deployment-controller']) recent.set(text, i)
    expect(recent.places).toBe(64)
  })

  it('never answers for a text that another one has driven out', () => {
    const recent = new RecentTexts<string>()
    const texts = Array.from({ length: 100_000 }, (_, i) => `${(i * 7919) % 100_003}-${i % 13}`)
    for (const text of texts) recent.set(text, text)
    let kept = 0
    for (const text of texts) {
      const found = recent.get(text)
      if (found === undefined) continue
      expect(found).toBe(text)
      kept++
    }
    expect(kept).toBeGreaterThan(1000)
  })

  it('keeps five thousand numbered names in places of their own', () => {
    const recent = new RecentTexts<number>()
    const names = Array.from({ length: 5000 }, (_, i) => `node-${String(i).padStart(5, '0')}`)
    for (let round = 0; round < 3; round++) for (const [i, name] of names.entries()) recent.set(name, i)
    expect(names.every((name, i) => recent.get(name) === i)).toBe(true)
  })
})
