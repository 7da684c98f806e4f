import type { Fidelity } from '../api/deviation.ts'

export const fidelity = {
  name: 'network',
  upstream: 'pkg/proxy/iptables, pkg/proxy/topology.go, coredns/plugin/kubernetes',
  version: 'v1.36',
  deviations: [
    {
      en: 'Every request is a connection of its own: none is kept open, so none stays with a pod that is no endpoint any more.',
      ko: '요청마다 연결을 새로 맺어요. 연결을 유지하지 않으니, 엔드포인트에서 빠진 Pod에 계속 붙어 있는 연결도 없어요.',
    },
    {
      en: 'All proxies sync in one rhythm, at most once a second; each node has the new rules 100 to 400 ms later, always as much.',
      ko: '모든 kube-proxy가 같은 박자로, 1초에 한 번까지 동기화해요. 새 규칙은 노드마다 정해진 시간(100~400ms) 뒤에 적용돼요.',
    },
    {
      en: 'Packets take no time. How long a request takes is what it waits and works in its pod, and the client’s timeout.',
      ko: '패킷이 오가는 시간은 없어요. 응답 시간은 Pod 안에서 기다리고 처리되는 시간이고, 길어도 클라이언트의 타임아웃까지예요.',
    },
    {
      en: 'An application is one queue, first come, first served, with a thread for each core that it may use; a CPU limit is shared evenly among its threads.',
      ko: '애플리케이션은 먼저 온 순서대로 처리하는 대기열 하나예요. 쓸 수 있는 코어 수만큼 스레드가 있고, CPU limit은 스레드들이 똑같이 나눠 가져요.',
    },
    {
      en: 'After SIGTERM an application takes no new connection and works off what it has, as long as it takes to stop.',
      ko: 'SIGTERM을 받은 애플리케이션은 새 연결을 받지 않고, 종료할 때까지 받아 둔 요청을 처리해요.',
    },
    {
      en: 'Only a pod’s first container answers requests, whatever port they are for.',
      ko: '어느 포트로 온 요청이든 Pod의 첫 번째 컨테이너가 응답해요.',
    },
    {
      en: 'A load balancer finds out ten seconds after a machine is gone, and has room for everybody.',
      ko: '로드 밸런서는 머신이 사라진 지 10초 뒤에 알아차리고, 처리량에 한계가 없어요.',
    },
    {
      en: 'Session affinity is remembered by the cluster as a whole, not by each node.',
      ko: '세션 어피니티는 노드별이 아니라 클러스터 전체에서 기억해요.',
    },
    {
      en: 'Probes are answered even when a process has more requests than it can serve.',
      ko: '처리할 수 없을 만큼 요청이 밀려 있어도 프로브에는 제때 응답해요.',
    },
    {
      en: 'An ingress controller has as many processes as it needs, and learns of endpoints as the nodes’ proxies do.',
      ko: 'Ingress 컨트롤러는 처리량에 한계가 없고, 엔드포인트 변화는 노드의 kube-proxy와 같은 때에 알게 돼요.',
    },
    {
      en: 'There are no network policies, and topology hints and traffic distribution are not followed.',
      ko: 'NetworkPolicy는 없고, 토폴로지 힌트와 trafficDistribution은 따르지 않아요.',
    },
  ],
} as const satisfies Fidelity
