import type { Fidelity } from '../../../api/deviation.ts'

export const fidelity = {
  name: 'VolumeBinding',
  upstream: 'pkg/scheduler/framework/plugins/volumebinding/volume_binding.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'PersistentVolumeClaims are not modelled: none exists, so that a pod with one waits for it for ever.',
      ko: 'PersistentVolumeClaim을 다루지 않아요. 하나도 없으니, 클레임을 쓰는 Pod는 끝없이 기다려요.',
    },
  ],
} as const satisfies Fidelity
