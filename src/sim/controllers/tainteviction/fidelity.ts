import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'taint-eviction-controller',
  upstream: 'pkg/controller/tainteviction/taint_eviction.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'A deletion that fails is tried again with the back-off of the queue, not five times 10 ms apart.',
      ko: '삭제에 실패하면 10 ms 간격으로 다섯 번이 아니라 대기열의 백오프에 따라 다시 시도해요.',
    },
  ],
} as const satisfies Fidelity
