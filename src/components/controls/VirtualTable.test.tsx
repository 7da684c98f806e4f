// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { VirtualTable } from './VirtualTable.tsx'

afterEach(cleanup)

function shown(count: number) {
  const onSeen = vi.fn()
  render(
    <VirtualTable
      title="Pods"
      columns={['Name', 'State']}
      tracks="1fr 1fr"
      count={count}
      rowAt={(index) => ({ key: index, cells: [`pod-${index}`, 'Ready'] })}
      onSeen={onSeen}
    />,
  )
  return onSeen
}

it('has few rows of many as elements, and tells how many there are', () => {
  shown(150_000)
  expect(screen.getByRole('table', { name: 'Pods' }).getAttribute('aria-rowcount')).toBe('150001')
  expect(screen.getAllByRole('row').length).toBeLessThan(80)
  expect(screen.getByRole('rowheader', { name: 'pod-0' })).toBeTruthy()
})

it('shows the rows where it is scrolled to, under their numbers', () => {
  const onSeen = shown(150_000)
  const box = screen.getByRole('region', { name: 'Pods' })
  box.scrollTop = 100_000 * 30
  fireEvent.scroll(box)
  const row = screen.getByRole('rowheader', { name: 'pod-100000' }).closest('[role=row]')
  expect(row?.getAttribute('aria-rowindex')).toBe('100002')
  expect(screen.queryByRole('rowheader', { name: 'pod-0' })).toBeNull()
  expect(onSeen.mock.lastCall?.[0].first).toBeLessThan(100_000)
})

it('is a table still when there is nothing in it', () => {
  shown(0)
  expect(screen.getAllByRole('row')).toHaveLength(1)
})
