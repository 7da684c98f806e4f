import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'horizontal-pod-autoscaler',
  upstream: 'pkg/controller/podautoscaler',
  version: 'v1.36',
  deviations: [
    {
      en: 'Only Deployments and ReplicaSets have a scale, and their spec is written itself, since there is no scale subresource here.',
      ko: '규모를 조절할 수 있는 것은 Deployment와 ReplicaSet뿐이에요. scale 하위 리소스가 따로 없어서 spec을 직접 고쳐요.',
    },
    {
      en: 'A recommendation or a change that is exactly as old as its window is past: the real loop comes round some milliseconds late each time, this one does not.',
      ko: '창의 길이와 나이가 똑같은 추천이나 변경은 지난 것으로 쳐요. 실제 루프는 돌 때마다 몇 밀리초씩 늦지만 여기서는 늦지 않기 때문이에요.',
    },
    {
      en: 'Where several autoscalers select the same pods, they are listed in the order of their names.',
      ko: '여러 HorizontalPodAutoscaler가 같은 Pod를 고르면 이름순으로 적어요.',
    },
    {
      en: 'Selectors of pods and object metrics are not looked at; those of external metrics are.',
      ko: 'Pods 지표와 Object 지표의 셀렉터는 보지 않아요. External 지표의 셀렉터는 봐요.',
    },
    {
      en: 'Metrics of more than 5,000 pods are asked for over several ticks, 5,000 in each; a real answer for so many takes seconds, too.',
      ko: 'Pod가 5,000개를 넘으면 지표를 한 틱에 5,000개씩 여러 틱에 걸쳐 물어봐요. 실제 클러스터에서도 그만큼의 지표를 받으려면 몇 초가 걸려요.',
    },
  ],
} as const satisfies Fidelity
