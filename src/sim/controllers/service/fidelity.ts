import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'service-controller',
  upstream: 'staging/src/k8s.io/cloud-provider/controllers/service/controller.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'A load balancer sends to all nodes at all times: the events about changed hosts are not written.',
      ko: '로드 밸런서는 늘 모든 노드로 보내요. 대상 노드가 바뀌었다는 이벤트는 남기지 않아요.',
    },
    {
      en: 'The cloud never refuses, and takes notice of changed ports at once.',
      ko: '클라우드는 거절하는 일이 없고, 포트가 바뀌면 바로 반영해요.',
    },
    {
      en: 'The fields loadBalancerIP and loadBalancerSourceRanges are not passed on.',
      ko: 'loadBalancerIP와 loadBalancerSourceRanges는 클라우드에 전하지 않아요.',
    },
  ],
} as const satisfies Fidelity
