/**
 * Random lines and faults: the invariants hold after every one, and once the faults have healed the cluster always
 * converges. A failure prints the seed that repeats it (KUBELOOP_PROPERTY_SEED).
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Sitting } from '../../src/lab/sitting.ts'
import { openGaps } from '../../src/sim/world/gaps.ts'
import { brokenInvariants } from '../../src/sim/world/invariants.ts'

const seed = Number(process.env.KUBELOOP_PROPERTY_SEED ?? 20_260_101)
const runs = Number(process.env.KUBELOOP_PROPERTY_RUNS ?? 60)
const nodes = 4

const node = fc.integer({ min: 1, max: nodes }).map((n) => `node-${n}`)
const deployment = fc.constantFrom('web', 'api')
const waits = fc.integer({ min: 1, max: 600 }).map((ticks) => `sim wait ${ticks * 100}ms`)

const line = fc.oneof(
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

it('keeps its invariants under random lines, and converges once the faults have healed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 0xffff }),
      fc.array(line, { minLength: 4, maxLength: 25 }),
      (luck, lines) => {
        const sitting = new Sitting({ seed: luck })
        run(sitting, `sim cluster --nodes ${nodes} --zones a,b`)
        run(sitting, 'kubectl apply -f -', manifest('web', 5, '25%'))
        run(sitting, 'kubectl apply -f -', manifest('api', 3, '1'))
        for (const one of lines) {
          run(sitting, one)
          expect(brokenInvariants(sitting.world), one).toEqual([])
        }
        heal(sitting)
        run(sitting, 'sim wait 20m')
        expect(brokenInvariants(sitting.world)).toEqual([])
        expect(openGaps(sitting.world.engine.server)).toEqual([])
      },
    ),
    { seed, numRuns: runs, endOnFailure: false },
  )
}, 300_000)

function heal(sitting: Sitting): void {
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
function run(sitting: Sitting, text: string, stdin?: string): void {
  const execution = sitting.execute(text, stdin)
  while (execution.exit === undefined) sitting.advance()
}
