export const fidelity = {
  upstream: 'pkg/controller/podgc/gc_controller.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'Passes are made only while some pod names a node that is missing or out of service.',
      ko: '없거나 서비스에서 빠진 노드를 가리키는 파드가 있을 때만 점검합니다.',
    },
    {
      en: 'Finished pods are kept however many there are; a real cluster removes the oldest beyond 12,500.',
      ko: '끝난 파드는 개수와 관계없이 남겨 둡니다. 실제 클러스터는 12,500개를 넘으면 오래된 것부터 지웁니다.',
    },
  ],
} as const
