export const fidelity = {
  upstream: 'pkg/controller/namespace',
  version: 'v1.36',
  deviations: [
    {
      en: 'Kinds of resources are emptied in a fixed order once the pods are gone; the real order varies.',
      ko: '파드가 사라진 뒤 나머지 종류는 정해진 순서로 지웁니다. 실제 순서는 그때그때 다릅니다.',
    },
  ],
} as const
