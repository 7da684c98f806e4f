import type { Fidelity } from '../../api/deviation.ts'

export const fidelity = {
  name: 'kubectl',
  upstream: 'staging/src/k8s.io/kubectl',
  version: 'v1.36',
  deviations: [
    {
      en: 'kubectl logs prints the life of the container, a line a step: images here have no output of their own.',
      ko: 'kubectl logs는 컨테이너가 살아온 과정을 한 줄씩 보여 줘요. 이 세계의 이미지에는 스스로 내는 출력이 없어요.',
    },
    {
      en: 'kubectl exec knows a few builtins only: there are no programs in the containers.',
      ko: 'kubectl exec는 몇 가지 내장 명령만 알아요. 컨테이너 안에 프로그램이 없기 때문이에요.',
    },
    {
      en: 'kubectl apply --server-side merges without managed fields.',
      ko: 'kubectl apply --server-side는 managedFields 없이 병합해요.',
    },
    {
      en: 'kubectl changes up to 200 objects in a tick of 100 ms, where the real one asks for one after the other and waits for each answer.',
      ko: 'kubectl은 100ms인 한 틱에 객체를 200개까지 바꿔요. 실제 kubectl은 응답을 기다리며 하나씩 요청해요.',
    },
    {
      en: 'An error that quotes the objects it was about ends after a million characters, and a text of more than 512 million is an error itself.',
      ko: '오류가 인용하는 객체는 100만 자까지만 보여 주고, 5억 1200만 자가 넘는 출력은 오류로 끝나요.',
    },
    {
      en: '-o go-template refuses named templates (define, template, block).',
      ko: '-o go-template은 이름 있는 템플릿(define, template, block)을 받지 않아요.',
    },
  ],
} as const satisfies Fidelity
