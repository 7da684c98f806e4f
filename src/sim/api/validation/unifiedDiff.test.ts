import { expect, it } from 'vitest'
import { unifiedDiff } from './unifiedDiff.ts'

const before = lines(1, 40)

it('shows a change with three lines around it', () => {
  const after = before.replace('line 20\n', 'other\n')
  expect(unifiedDiff(before, after)).toBe(
    '@@ -17,7 +17,7 @@\n line 17\n line 18\n line 19\n-line 20\n+other\n line 21\n line 22\n line 23\n',
  )
})

it('gives changes that are far apart hunks of their own, and near ones a common one', () => {
  const far = before.replace('line 5\n', '').replace('line 30\n', 'line 30\nmore\n')
  expect(unifiedDiff(before, far).match(/^@@.*@@$/gm)).toEqual(['@@ -2,7 +2,6 @@', '@@ -28,6 +27,7 @@'])
  const near = before.replace('line 5\n', '').replace('line 8\n', '')
  expect(unifiedDiff(before, near).match(/^@@/gm)).toHaveLength(1)
})

it('shows nothing where nothing differs', () => {
  expect(unifiedDiff(before, before)).toBe('')
})

function lines(first: number, last: number): string {
  let text = ''
  for (let i = first; i <= last; i++) text += `line ${i}\n`
  return text
}
