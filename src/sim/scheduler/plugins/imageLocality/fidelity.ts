import type { Fidelity } from '../../../api/deviation.ts'

export const fidelity = {
  name: 'ImageLocality',
  upstream: 'pkg/scheduler/framework/plugins/imagelocality/image_locality.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'Image volumes are not counted.',
      ko: '이미지 볼륨은 세지 않아요.',
    },
  ],
} as const satisfies Fidelity
