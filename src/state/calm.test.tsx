// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useCalmWorld } from './calm.ts'
import { type World, world } from './world.ts'

const before = world.getState()
const sameRevision = (a: World, b: World) => a.revision === b.revision
let drawn = 0

function Reader() {
  const { revision } = useCalmWorld(sameRevision)
  drawn++
  return <p>{revision}</p>
}

function shows(change: Partial<World>, milliseconds: number): string | null {
  act(() => {
    world.setState(change)
    vi.advanceTimersByTime(milliseconds)
  })
  return document.body.textContent
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  world.setState({ ...before, revision: 1, epoch: 1 })
  render(<Reader />)
  drawn = 0
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

it('shows what comes after a quiet while at once', () => {
  expect(shows({ revision: 2 }, 0)).toBe('2')
  expect(shows({}, 500)).toBe('2')
  expect(shows({ revision: 3 }, 0)).toBe('3')
})

it('shows of many changes the newest, once in a while, and always the last', () => {
  shows({ revision: 2 }, 0)
  for (let revision = 3; revision < 12; revision++) shows({ revision }, 100)
  expect(drawn).toBeLessThan(5)
  expect(shows({ revision: 12 }, 400)).toBe('12')
})

it('shows another world at once', () => {
  shows({ revision: 2 }, 0)
  expect(shows({ revision: 7, epoch: 2 }, 0)).toBe('7')
})

it('draws nothing when what it reads is the same', () => {
  shows({ tick: 50 }, 1000)
  expect(drawn).toBe(0)
})
