/** Manifests to begin with: each shows something happening. */
import type { Text } from '../../i18n/index.ts'

export interface Sample {
  readonly id: string
  readonly name: Text
  /** Stands as a comment above it. */
  readonly note?: Text
  readonly yaml: string
}

export const samples: readonly Sample[] = [
  {
    id: 'web',
    name: { en: 'Deployment and Service', ko: 'Deployment와 Service' },
    yaml: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: shop
spec:
  replicas: 3
  selector:
    matchLabels:
      app: shop
  template:
    metadata:
      labels:
        app: shop
    spec:
      containers:
        - name: shop
          image: nginx:1.27
          ports:
            - containerPort: 80
          resources:
            requests:
              cpu: 250m
              memory: 128Mi
---
apiVersion: v1
kind: Service
metadata:
  name: shop
spec:
  selector:
    app: shop
  ports:
    - port: 80
`,
  },
  {
    id: 'too-big',
    name: { en: 'A Pod that fits nowhere', ko: '어디에도 안 들어가는 Pod' },
    note: {
      en: 'It asks for more CPU than any node has: it stays Pending, and the scheduler says why.',
      ko: '어떤 노드보다 CPU를 많이 요구해요. Pending에 머물고, 그 이유는 스케줄러가 알려 줘요.',
    },
    yaml: `apiVersion: v1
kind: Pod
metadata:
  name: too-big
spec:
  containers:
    - name: hungry
      image: nginx:1.27
      resources:
        requests:
          cpu: "64"
`,
  },
  {
    id: 'broken-image',
    name: { en: 'An image that does not exist', ko: '존재하지 않는 이미지' },
    note: {
      en: "Two Pods whose image can't be pulled, once this has been run: sim image break shop/missing:v1",
      ko: '먼저 sim image break shop/missing:v1 을 실행하면, 이미지를 내려받지 못하는 Pod가 2개 생겨요.',
    },
    yaml: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: broken
spec:
  replicas: 2
  selector:
    matchLabels:
      app: broken
  template:
    metadata:
      labels:
        app: broken
    spec:
      containers:
        - name: broken
          image: shop/missing:v1
`,
  },
  {
    id: 'spread',
    name: { en: 'One Pod a node, no more', ko: '노드마다 Pod 하나씩만' },
    note: {
      en: 'Pods that refuse to share a node. With more replicas than nodes the last ones wait.',
      ko: '같은 노드를 함께 쓰지 않는 Pod들이에요. 노드보다 많으면 나머지는 기다려요.',
    },
    yaml: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: apart
spec:
  replicas: 4
  selector:
    matchLabels:
      app: apart
  template:
    metadata:
      labels:
        app: apart
    spec:
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - labelSelector:
                matchLabels:
                  app: apart
              topologyKey: kubernetes.io/hostname
      containers:
        - name: apart
          image: nginx:1.27
`,
  },
  {
    id: 'node',
    name: { en: 'One more node', ko: '노드 한 대 더' },
    note: {
      en: 'Applying a Node adds a machine of that shape.',
      ko: 'Node를 적용하면 그 모양의 머신이 한 대 생겨요.',
    },
    yaml: `apiVersion: v1
kind: Node
metadata:
  name: node-big
status:
  capacity:
    cpu: "16"
    memory: 64Gi
    pods: "110"
  allocatable:
    cpu: "16"
    memory: 64Gi
    pods: "110"
`,
  },
]

/** As it goes into the editor. */
export function textOf({ note, yaml }: Sample, say: (text: Text) => string): string {
  return note === undefined ? yaml : `# ${say(note)}\n${yaml}`
}
