import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'ingress-controller',
  upstream: 'none: Kubernetes leaves this controller to whoever installs one',
  version: 'v1.36',
  deviations: [
    {
      en: 'It is there from the beginning, answers to every class, and gives all Ingresses the one address of its load balancer.',
      ko: '처음부터 있고, 모든 클래스를 맡고, 모든 Ingress에 자기 로드 밸런서 주소 하나를 같이 줘요.',
    },
    {
      en: 'There are no IngressClasses, and TLS is taken but does nothing.',
      ko: 'IngressClass는 없고, TLS 설정은 받기만 하고 아무 일도 하지 않아요.',
    },
  ],
} as const satisfies Fidelity
