// @vitest-environment happy-dom
import { readdirSync } from 'node:fs'
import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { runVectors } from '../../cli/conformance/vectors.ts'
import { changeSettings } from '../../state/index.ts'
import FidelityPage from './index.ts'
import { checks } from './words.ts'

afterEach(cleanup)

describe('the page about fidelity', () => {
  it.each([
    ['en', 'Pods of one batch are created one after another', 'No known difference.'],
    ['ko', '한 묶음의 Pod를 동시에 만들지 않고 차례로 만들어요', '알려진 차이가 없어요.'],
  ] as const)(
    'tells in %s where a controller differs, and where none is known to',
    (language, differs, same) => {
      changeSettings({ language })
      render(<FidelityPage />)
      expect(rowOf('replicaset-controller').textContent).toContain(differs)
      expect(rowOf('replicaset-controller').textContent).toContain('pkg/controller/replicaset/replica_set.go')
      expect(rowOf('serviceaccount-controller').textContent).toContain(same)
    },
  )

  it('counts what the project is checked against as it is', () => {
    const [recordings, , vectors] = checks
    expect(jsonIn('tests/conformance/traces')).toHaveLength(recordings.kept)
    const lines: string[] = []
    runVectors(
      'tests/conformance/vectors',
      { allowUnknown: false },
      { out: (line) => lines.push(line), err: () => {} },
    )
    const cases = lines.map((line) => Number(line.split('/').at(-1))).reduce((a, b) => a + b)
    expect([lines.length, cases.toLocaleString('en')]).toEqual([vectors.tables, vectors.figure])
  })
})

function rowOf(name: string): HTMLElement {
  const row = screen.getByRole('heading', { name }).closest('li')
  if (row === null) throw new Error(`no row for ${name}`)
  within(row).getByRole('heading')
  return row
}

function jsonIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json'))
}
