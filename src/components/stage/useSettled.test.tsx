// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useSettled } from './useSettled.ts'

it('is not settled in the drawing that has another room, and is again in the next', () => {
  const { result, rerender } = renderHook(({ room }) => useSettled(room), {
    initialProps: { room: '800 600' },
  })
  expect(result.current).toBe(true)
  rerender({ room: '500 600' })
  expect(result.current).toBe(false)
  rerender({ room: '500 600' })
  expect(result.current).toBe(true)
})
