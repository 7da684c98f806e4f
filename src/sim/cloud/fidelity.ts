import type { Fidelity } from '../api/deviation.ts'

export const fidelity = {
  name: 'cloud',
  upstream: 'staging/src/k8s.io/cloud-provider/cloud.go',
  version: 'v1.36',
  deviations: [
    {
      en: 'No cloud in particular: pools of like machines that come 40 to 80 seconds after they are asked for, each in the zone of its pool that has the fewest.',
      ko: '특정 클라우드를 흉내 내지 않아요. 풀은 같은 머신의 묶음이고, 머신은 요청하고 40초에서 80초 뒤에 풀의 존 가운데 머신이 가장 적은 곳으로 와요.',
    },
    {
      en: 'A machine is paid for from the moment it is there until it is given back, by the tenth of a second.',
      ko: '머신 값은 온 순간부터 돌려줄 때까지 0.1초 단위로 계산해요.',
    },
    {
      en: 'Load balancers get addresses of the ranges that are set aside for documentation.',
      ko: '로드 밸런서에는 문서에 쓰라고 따로 떼어 둔 대역의 주소를 줘요.',
    },
  ],
} as const satisfies Fidelity
