import type { Fidelity } from '../api/deviation.ts'

export const fidelity = {
  name: 'default-scheduler',
  upstream: 'pkg/scheduler',
  version: 'v1.36',
  deviations: [
    {
      en: 'Binding takes no time: a pod is bound in the step in which its node is chosen.',
      ko: '바인딩에 시간이 걸리지 않아요. 노드를 고르는 그 순간에 Pod를 묶어요.',
    },
    {
      en: 'Nodes are looked at one after the other, where 16 at a time would make the sample a matter of luck.',
      ko: '노드를 하나씩 차례로 봐요. 실제 스케줄러는 16개씩 동시에 봐서 어느 노드가 표본에 드는지가 운에 달려 있어요.',
    },
    {
      en: 'Ties are settled by a draw that depends on the pod and the node alone.',
      ko: '점수가 같으면 Pod와 노드로만 정해지는 제비뽑기로 골라요.',
    },
    {
      en: 'At most 60 refusals a tick: about what a real scheduler manages.',
      ko: '0.1초에 최대 60번까지만 거절해요. 실제 스케줄러가 해내는 만큼이에요.',
    },
    {
      en: 'Of volumes only the existence of claims is looked at; dynamic resources are not.',
      ko: '볼륨은 클레임이 있는지만 보고, 동적 자원은 보지 않아요.',
    },
  ],
} as const satisfies Fidelity
