/** Lines that a person might type in any order, for a cluster of four nodes with two Deployments. */
import fc from 'fast-check'
import type { Sitting } from '../../src/lab/sitting.ts'

const nodes = 4

const node = fc.integer({ min: 1, max: nodes }).map((n) => `node-${n}`)
const deployment = fc.constantFrom('web', 'api')
const waits = fc.integer({ min: 1, max: 600 }).map((ticks) => `sim wait ${ticks * 100}ms`)

/** Scaling, updates, deletions, faults and their mending, and time that passes. */
export const randomLine = fc.oneof(
  { weight: 4, arbitrary: waits },
  {
    weight: 3,
    arbitrary: fc
      .tuple(deployment, fc.integer({ min: 0, max: 12 }))
      .map(([name, n]) => `kubectl scale deployment/${name} --replicas=${n}`),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(deployment, fc.integer({ min: 1, max: 4 }))
      .map(([name, v]) => `kubectl set image deployment/${name} app=app:v${v}`),
  },
  { weight: 1, arbitrary: deployment.map((name) => `kubectl rollout undo deployment/${name}`) },
  { weight: 1, arbitrary: deployment.map((name) => `kubectl rollout restart deployment/${name}`) },
  { weight: 2, arbitrary: deployment.map((name) => `kubectl delete pod -l app=${name} --wait=false`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(node, fc.constantFrom('power', 'kubelet', 'network'))
      .map(([name, mode]) => `sim node fail ${name} --mode ${mode}`),
  },
  { weight: 2, arbitrary: node.map((name) => `sim node recover ${name}`) },
  { weight: 1, arbitrary: node.map((name) => `kubectl cordon ${name}`) },
  { weight: 1, arbitrary: node.map((name) => `kubectl uncordon ${name}`) },
  { weight: 1, arbitrary: deployment.map((name) => `sim pod crash -l app=${name}`) },
  { weight: 1, arbitrary: deployment.map((name) => `sim pod hang -l app=${name}`) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }).map((v) => `sim image break app:v${v}`) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }).map((v) => `sim image fix app:v${v}`) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('replicaset-controller', 'deployment-controller', 'scheduler')
      .map((name) => `sim control-plane stop ${name}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('replicaset-controller', 'deployment-controller', 'scheduler')
      .map((name) => `sim control-plane start ${name}`),
  },
)

const manifest = (name: string, replicas: number, surge: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}}
spec:
  replicas: ${replicas}
  selector: {matchLabels: {app: ${name}}}
  strategy: {rollingUpdate: {maxSurge: ${surge}, maxUnavailable: 1}}
  template:
    metadata: {labels: {app: ${name}}}
    spec:
      containers:
      - name: app
        image: app:v1
        resources: {requests: {cpu: 200m, memory: 64Mi}}
        readinessProbe: {httpGet: {path: /, port: 80}, periodSeconds: 1}
        livenessProbe: {httpGet: {path: /, port: 80}, periodSeconds: 2}
`

export function begin(sitting: Sitting): void {
  run(sitting, `sim cluster --nodes ${nodes} --zones a,b`)
  run(sitting, 'kubectl apply -f -', manifest('web', 5, '25%'))
  run(sitting, 'kubectl apply -f -', manifest('api', 3, '1'))
}

/** Whatever is wrong is mended. */
export function heal(sitting: Sitting): void {
  for (let n = 1; n <= nodes; n++) {
    run(sitting, `sim node recover node-${n}`)
    run(sitting, `kubectl uncordon node-${n}`)
  }
  for (let v = 1; v <= 4; v++) run(sitting, `sim image fix app:v${v}`)
  for (const name of ['replicaset-controller', 'deployment-controller', 'scheduler']) {
    run(sitting, `sim control-plane start ${name}`)
  }
}

/** Lines may be refused (nothing to undo, no pods to crash); that is part of the game. */
export function run(sitting: Sitting, text: string, stdin?: string): void {
  const execution = sitting.execute(text, stdin)
  while (execution.exit === undefined) sitting.advance()
}
