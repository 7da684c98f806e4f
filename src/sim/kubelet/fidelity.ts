import type { Fidelity } from '../api/deviation.ts'

export const fidelity = {
  name: 'kubelet',
  upstream: 'pkg/kubelet',
  version: 'v1.36',
  deviations: [
    {
      en: 'Successful probes leave no trace; they are worked out, not made. Probes begin with the container, without jitter.',
      ko: '성공하는 프로브는 실제로 돌리지 않고 계산만 하니까 흔적이 남지 않아요. 프로브는 컨테이너와 함께 시작하고, 시작 시각을 흩뜨리지 않아요.',
    },
    {
      en: 'A node status that has not changed is not written again every five minutes.',
      ko: '바뀌지 않은 노드 상태는 5분마다 다시 쓰지 않아요.',
    },
    {
      en: 'Containers that exit are noticed after one second (the relist), pull and crash back-offs end to the tick.',
      ko: '컨테이너가 끝난 것은 1초 뒤에 알아차려요(relist 주기). 이미지 풀과 재시작의 백오프는 0.1초 단위로 정확히 끝나요.',
    },
    {
      en: 'A failed pull is reported as ErrImagePull for one second, then as ImagePullBackOff until the next pull.',
      ko: '이미지 풀에 실패하면 1초 동안 ErrImagePull, 그 뒤로 다음 시도까지 ImagePullBackOff로 보고해요.',
    },
    {
      en: 'An init container of an image that nobody described does its work in one second; other containers run for ever.',
      ko: '따로 설명하지 않은 이미지의 init 컨테이너는 1초 만에 일을 마쳐요. 나머지 컨테이너는 끝없이 돌아요.',
    },
    {
      en: 'A container that obeys SIGTERM exits with code 0, so that a pod stopped in time ends as Succeeded.',
      ko: 'SIGTERM을 따르는 컨테이너는 코드 0으로 끝나요. 그래서 제때 멈춘 Pod는 Succeeded로 끝나요.',
    },
    {
      en: 'A hung process ignores SIGTERM and is killed when the grace period is over.',
      ko: '멈춰 버린 프로세스는 SIGTERM을 무시하다가 유예 시간이 끝나면 강제로 종료돼요.',
    },
    {
      en: 'PodReadyToStartContainers turns true with the first container that runs, not in a write of its own.',
      ko: 'PodReadyToStartContainers는 따로 쓰지 않고, 첫 컨테이너가 돌 때 함께 True가 돼요.',
    },
    {
      en: 'Allocatable equals capacity: nothing is reserved for the system.',
      ko: '할당 가능한 양이 전체 용량과 같아요. 시스템 몫으로 떼어 두는 것이 없어요.',
    },
    {
      en: 'Of volumes only config maps and secrets must exist; keys that their items name are not looked for.',
      ko: '볼륨은 ConfigMap과 Secret이 있는지만 확인해요. items가 가리키는 키까지 찾지는 않아요.',
    },
    {
      en: 'Pods are not checked again for their fit when they reach their node, and pressure evicts nobody.',
      ko: '노드에 도착한 Pod가 들어갈 수 있는지 다시 따지지 않고, 자원 압박이 있어도 아무도 쫓아내지 않아요.',
    },
    {
      en: 'Of machines that start or come back together, at most 150 kubelets begin to work in a tick, and fewer the more pods they find; the others follow in the next ones.',
      ko: '한꺼번에 켜지거나 돌아온 머신이 많으면 한 틱에 kubelet이 150개까지만 일을 시작하고, 찾은 Pod가 많을수록 더 적게 시작해요. 나머지는 다음 틱에 이어져요.',
    },
    {
      en: 'Static pods, ephemeral containers, resizing in place and postStart hooks are not simulated.',
      ko: '스태틱 Pod, 임시 컨테이너, 제자리 크기 조정, postStart 훅은 시뮬레이션하지 않아요.',
    },
  ],
} as const satisfies Fidelity
