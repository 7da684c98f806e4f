import { expect, it } from 'vitest'
import { secondsTolerated, toleratesTaint } from './toleration.ts'
import type { Taint, Toleration } from './types/index.ts'

const taint: Taint = { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' }
const gpu: Taint = { key: 'gpu', value: 'a100', effect: 'NoExecute' }

function tolerating(key: string, tolerationSeconds?: number): Toleration {
  return {
    key,
    operator: 'Exists',
    effect: 'NoExecute',
    ...(tolerationSeconds !== undefined && { tolerationSeconds }),
  }
}

it('lets a pod stay as long as its shortest toleration says', () => {
  const tolerations = [tolerating('gpu', 60), tolerating(taint.key, 300)]
  expect(secondsTolerated([taint], tolerations)).toBe(300)
  expect(secondsTolerated([taint, gpu], tolerations)).toBe(60)
  expect(secondsTolerated([taint], [tolerating(taint.key, -5)])).toBe(0)
})

it('lets a pod stay for ever without a limit, and not at all without a toleration', () => {
  expect(secondsTolerated([taint], [tolerating(taint.key)])).toBeUndefined()
  expect(secondsTolerated([taint, gpu], [tolerating(taint.key)])).toBe(0)
  expect(secondsTolerated([taint], undefined)).toBe(0)
})

it('takes an empty key or effect for any', () => {
  expect(toleratesTaint({ operator: 'Exists' }, gpu)).toBe(true)
  expect(toleratesTaint({ key: 'gpu', value: 'a100' }, gpu)).toBe(true)
  expect(toleratesTaint({ key: 'gpu' }, gpu)).toBe(false)
})
