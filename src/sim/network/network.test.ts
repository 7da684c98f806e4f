/** Requests in whole worlds: against what queueing theory says, and through everything that happens to pods. */
import { describe, expect, it } from 'vitest'
import { Sitting } from '../../lab/sitting.ts'
import { type TrafficReport, trafficOf } from '../world/traffic.ts'
import { meanWait, meanWaitOfConstantService } from './queueing/erlang.ts'

function run(sitting: Sitting, line: string, stdin?: string): void {
  const execution = sitting.execute(line, stdin)
  while (execution.exit === undefined) sitting.advance()
  if (execution.exit !== 0) throw new Error(`${line}: ${execution.stderr}`)
}

function sit(...lines: string[]): Sitting {
  const sitting = new Sitting()
  for (const line of lines) run(sitting, line)
  return sitting
}

interface Web {
  readonly replicas?: number
  readonly container?: string
  readonly app?: string
  readonly cluster?: string
  readonly service?: string
}

/** A Deployment `web` of image shop:1 behind a Service, settled. */
function web({
  replicas = 1,
  container = '',
  app = '',
  cluster = '--nodes 3',
  service = '',
}: Web = {}): Sitting {
  const sitting = sit(`sim cluster ${cluster}`)
  for (const version of [1, 2]) if (app !== '') run(sitting, `sim app shop:${version} ${app}`)
  run(
    sitting,
    'kubectl apply -f -',
    `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: ${replicas}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - name: shop
        image: shop:1
        ports: [{containerPort: 8080}]
${container.replaceAll(/^/gm, '        ')}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]${service}}
`,
  )
  run(sitting, 'kubectl rollout status deployment/web')
  run(sitting, 'sim wait 10s')
  return sitting
}

function report(sitting: Sitting): TrafficReport {
  return trafficOf(sitting.world, 'svc/default/web') as TrafficReport
}

function failuresAfter(sitting: Sitting, ...lines: string[]): TrafficReport['failures'] {
  for (const line of lines) run(sitting, line)
  return report(sitting).failures
}

describe('a pod with so many cores waits as theory says', () => {
  /** Milliseconds that a request is under way in the mean, by Little's law. */
  function meanTime(sitting: Sitting): number {
    const start = report(sitting)
    let inFlight = 0
    for (let tick = 0; tick < 6000; tick++) {
      sitting.advance(sitting.world.tick + 1)
      inFlight += sitting.world.components.network.runs[0]?.inFlight ?? 0
    }
    return (inFlight / (report(sitting).served - start.served)) * 100
  }

  it.each([
    ['M/M/1 at 60 %', '1', 'exponential', 60, meanWait(1, 0.6)],
    ['M/M/2 at 70 %', '2', 'exponential', 140, meanWait(2, 1.4)],
    ['M/M/4 at 80 %', '4', 'exponential', 320, meanWait(4, 3.2)],
    ['M/D/1 at 60 %', '1', 'constant', 60, meanWaitOfConstantService(0.6)],
    ['M/D/1 at 80 %', '1', 'constant', 80, meanWaitOfConstantService(0.8)],
  ])('%s, within 6 %', (_, cpu, spread, rps, wait) => {
    const sitting = web({
      container: `resources: {limits: {cpu: ${cpu}}}`,
      app: `--cpu-per-request 10ms --cpu-spread ${spread}`,
      cluster: '--nodes 1 --cpu 8',
    })
    run(sitting, `sim traffic svc/web --rps ${rps} --timeout 60s`)
    run(sitting, 'sim wait 30s')
    const expected = 10 + 10 * wait
    expect(Math.abs(meanTime(sitting) - expected) / expected).toBeLessThan(0.06)
    expect(report(sitting).failed).toBe(0)
  })

  it('and is as busy as it is asked to be', () => {
    const sitting = web({ container: 'resources: {limits: {cpu: "1"}}', app: '--cpu-per-request 10ms' })
    run(sitting, 'sim traffic svc/web --rps 50')
    run(sitting, 'sim wait 100s')
    const [pod = 0] = sitting.world.components.network.endpointsOf(
      sitting.world.components.network.runs[0]?.service ?? 0,
    )
    const { cpuMicros = 0, requests = 0 } = sitting.world.engine.substrate.usage.of(pod) ?? {}
    expect(Math.abs(cpuMicros / 100_000_000 - 0.5)).toBeLessThan(0.03)
    expect(requests).toBe(report(sitting).served)
    expect(report(sitting).expected?.utilisation).toBeCloseTo(0.5, 1)
  })
})

describe('a rolling update', () => {
  const app = '--ready 3s --stop 1s'

  it('loses requests where pods get them before they listen and after they have closed', () => {
    const sitting = web({ replicas: 4, app })
    const failures = failuresAfter(
      sitting,
      'sim traffic svc/web --rps 100',
      'sim wait 5s',
      'kubectl set image deployment/web shop=shop:2',
      'kubectl rollout status deployment/web',
      'sim wait 20s',
    )
    expect(failures.refused).toBeGreaterThan(100)
    const [old, fresh] = report(sitting).revisions
    // New pods are called before they are ready; old ones in the moment until every proxy knows that they go.
    expect(fresh?.failures.refused).toBeGreaterThan(old?.failures.refused ?? 0)
    expect(old?.failures.refused).toBeGreaterThan(0)
  })

  it('loses none with a readiness probe and a preStop hook', () => {
    const sitting = web({
      replicas: 4,
      app,
      container: `readinessProbe: {httpGet: {path: /, port: 8080}, periodSeconds: 1}
lifecycle: {preStop: {sleep: {seconds: 5}}}`,
    })
    const failures = failuresAfter(
      sitting,
      'sim traffic svc/web --rps 100',
      'sim wait 5s',
      'kubectl set image deployment/web shop=shop:2',
      'kubectl rollout status deployment/web',
      'sim wait 20s',
    )
    expect(failures).toEqual({})
    expect(report(sitting).revisions.every(({ served }) => served > 500)).toBe(true)
  })
})

describe('what happens to pods is felt', () => {
  it('no ready endpoint: the connection is refused by the proxy', () => {
    expect(
      failuresAfter(
        web(),
        'sim traffic svc/web --rps 50',
        'kubectl scale deployment/web --replicas=0',
        'sim wait 20s',
      )['no-endpoints'],
    ).toBeGreaterThan(700)
  })

  it('a crash: what was in the process is reset, what comes until it is back is refused', () => {
    const sitting = web({ app: '--cpu-per-request 50ms --cpu-spread constant' })
    const failures = failuresAfter(
      sitting,
      'sim traffic svc/web --rps 60',
      'sim wait 5s',
      'sim pod crash -l app=web',
      'sim wait 10s',
    )
    expect(failures.reset).toBeGreaterThan(0)
    expect(failures.refused).toBeGreaterThan(0)
    // As soon as its kubelet has said that it is not ready, nobody calls on it any more.
    expect(Object.keys(failures).toSorted()).toEqual(['no-endpoints', 'refused', 'reset'])
  })

  it('a hang: clients wait in vain, unless readiness takes the pod out', () => {
    const hang = ['sim traffic svc/web --rps 50', 'sim wait 5s', 'sim pod hang -l app=web', 'sim wait 60s']
    const without = failuresAfter(web({ replicas: 1 }), ...hang)
    expect(without.timeout).toBeGreaterThan(2500)
    const probes = `livenessProbe: {httpGet: {path: /, port: 8080}, periodSeconds: 2, failureThreshold: 2}
terminationGracePeriodSeconds: 1`.split('\n')[0] as string
    const withLiveness = failuresAfter(web({ replicas: 1, container: probes }), ...hang)
    expect(withLiveness.timeout).toBeLessThan(2100)
  })

  it('a machine without power: packets go nowhere until the endpoint is taken out', () => {
    const sitting = web({ replicas: 3 })
    const failures = failuresAfter(
      sitting,
      'sim traffic svc/web --rps 60',
      'sim wait 5s',
      'sim node fail node-1',
      'sim wait 90s',
    )
    // A third of the requests, for the 50 s until the node counts as lost.
    expect(failures.unreachable).toBeGreaterThan(700)
    expect(failures.unreachable).toBeLessThan(1400)
    run(sitting, 'sim wait 20s')
    expect(report(sitting).failures).toEqual(failures)
  })

  it('more than the CPU limit can do: requests queue up, time out, and threads are throttled', () => {
    const sitting = web({ container: 'resources: {limits: {cpu: 500m}}', app: '--cpu-per-request 10ms' })
    const failures = failuresAfter(sitting, 'sim traffic svc/web --rps 80', 'sim wait 30s')
    expect(failures.timeout).toBeGreaterThan(200)
    expect(report(sitting).served / 30).toBeGreaterThan(35)
    const [pod = 0] = sitting.world.components.network.endpointsOf(
      sitting.world.components.network.runs[0]?.service ?? 0,
    )
    expect(sitting.world.engine.substrate.usage.of(pod)?.throttledMicros).toBeGreaterThan(5_000_000)
  })

  it('a leak: the process is killed when it outgrows its memory, and again', () => {
    const sitting = web({
      container: 'resources: {limits: {memory: 100Mi}}',
      app: '--memory 60Mi --leak-per-request 40Ki',
    })
    const failures = failuresAfter(sitting, 'sim traffic svc/web --rps 100', 'sim wait 60s')
    expect(failures.refused).toBeGreaterThan(0)
    const killed = "pods('app=web')[0].status.containerStatuses[0]"
    expect(
      sitting.evaluate(`${killed}.lastState.terminated.reason == 'OOMKilled' && ${killed}.restartCount > 1`),
    ).toBe(true)
  })

  it('an application with errors is heard of', () => {
    const sitting = web({ app: '--error-rate 1/20' })
    const failures = failuresAfter(sitting, 'sim traffic svc/web --rps 200', 'sim wait 50s')
    expect(Math.abs((failures.error ?? 0) / 10_000 - 0.05)).toBeLessThan(0.01)
  })

  it('an application that is described anew behaves so from then on, under load too', () => {
    const sitting = web()
    expect(failuresAfter(sitting, 'sim traffic svc/web --rps 50', 'sim wait 10s')).toEqual({})
    const failures = failuresAfter(sitting, 'sim app shop:1 --error-rate 1/2', 'sim wait 20s')
    expect(failures.error).toBeGreaterThan(300)
  })
})

describe('clients', () => {
  it('that try again lose fewer requests, with more attempts', () => {
    const sitting = web({ app: '--error-rate 1/10' })
    run(sitting, 'sim traffic svc/web --rps 100 --retries 2')
    run(sitting, 'sim wait 60s')
    const { failed, sent, revisions } = report(sitting)
    expect(failed / sent).toBeLessThan(0.004)
    expect(revisions[0]?.failed).toBeGreaterThan(0.09 * sent)
  })

  it('in a closed loop ask as often as answers let them, within 3 % of mean value analysis', () => {
    const sitting = web({ app: '--cpu-per-request 20ms', container: 'resources: {limits: {cpu: "1"}}' })
    run(sitting, 'sim traffic svc/web --users 10 --think 180ms --timeout 60s')
    run(sitting, 'sim wait 300s')
    const expected = throughput(10, 0.18, 0.02)
    expect(Math.abs(report(sitting).served / 300 - expected) / expected).toBeLessThan(0.03)
    expect(report(sitting).inFlight).toBeLessThanOrEqual(10)
  })

  /** Answers a second to users who think, from one server (M. Reiser and S. Lavenberg, 1980). */
  function throughput(users: number, thinks: number, takes: number): number {
    let queue = 0
    let rate = 0
    for (let n = 1; n <= users; n++) {
      const time = takes * (1 + queue)
      rate = n / (time + thinks)
      queue = rate * time
    }
    return rate
  }

  it('with session affinity come back to their pod', () => {
    const sitting = web({ replicas: 5, service: ', sessionAffinity: ClientIP' })
    run(sitting, 'sim traffic svc/web --rps 100 --clients 1')
    run(sitting, 'sim wait 10s')
    expect(sitting.world.components.network.book.pods.size).toBe(1)
    run(sitting, 'sim traffic svc/web --rps 100 --clients 50')
    run(sitting, 'sim wait 10s')
    expect(sitting.world.components.network.book.pods.size).toBe(5)
  })

  it('of a headless Service call on addresses that they remember', () => {
    const sitting = web({ replicas: 3, service: ', clusterIP: None' })
    const failures = failuresAfter(
      sitting,
      'sim traffic svc/web --rps 60',
      'sim wait 10s',
      'kubectl delete pod -l app=web',
      'sim wait 60s',
    )
    expect(failures.unreachable).toBeGreaterThan(200)
    expect(report(sitting).endpoints).toBe(3)
  })

  it('outside need a load balancer with an address', () => {
    expect(
      failuresAfter(web(), 'sim traffic svc/web --rps 20 --from outside', 'sim wait 5s')['no-route'],
    ).toBeGreaterThan(60)
  })

  it('outside come by a load balancer as soon as it has an address', () => {
    const failures = failuresAfter(
      web({ service: ', type: LoadBalancer' }),
      'sim wait 1m',
      'sim traffic svc/web --rps 20',
      'sim wait 20s',
    )
    expect(failures).toEqual({})
  })

  it('outside may come by any node', () => {
    const failures = failuresAfter(
      web({ replicas: 1, service: ', type: NodePort' }),
      'sim traffic svc/web --rps 30 --from outside',
      'sim wait 20s',
    )
    expect(failures).toEqual({})
  })

  it('outside come by nodes with an endpoint of their own, where the Service wants that', () => {
    const sitting = web({ replicas: 1, service: ', type: NodePort, externalTrafficPolicy: Local' })
    expect(failuresAfter(sitting, 'sim traffic svc/web --rps 30 --from outside', 'sim wait 20s')).toEqual({})
  })

  it('inside find no endpoint on two nodes of three, where the Service keeps to the node', () => {
    const failures = failuresAfter(
      web({ replicas: 1, service: ', internalTrafficPolicy: Local' }),
      'sim traffic svc/web --rps 30',
      'sim wait 60s',
    )
    expect(Math.abs((failures['no-endpoints'] ?? 0) / 1800 - 2 / 3)).toBeLessThan(0.06)
  })

  it('that come back after a pause are as many as before', () => {
    const sitting = web()
    for (const line of [
      'sim traffic svc/web --users 20 --think 500ms',
      'sim wait 10s',
      'sim traffic stop svc/web',
      'sim wait 60s',
      'sim traffic svc/web --users 20 --think 500ms',
      'sim wait 100ms',
    ])
      run(sitting, line)
    expect(report(sitting).inFlight).toBeLessThan(15)
    run(sitting, 'sim wait 20s')
    expect(report(sitting).rps).toBeGreaterThan(30)
  })

  it('come by an Ingress to the Service of their path, and nowhere once it is gone', () => {
    const sitting = web()
    run(sitting, 'kubectl create ingress shop --rule=shop.example.com/cart=web:80')
    run(sitting, 'sim wait 1m')
    run(sitting, 'sim traffic ingress/shop.example.com/cart --rps 20')
    run(sitting, 'sim wait 20s')
    const byIngress = () => trafficOf(sitting.world, 'ingress/shop.example.com/cart')
    expect(byIngress()).toMatchObject({ failed: 0, endpoints: 1 })
    run(sitting, 'kubectl delete ingress shop')
    run(sitting, 'sim wait 20s')
    expect(byIngress()?.failures['no-route']).toBeGreaterThan(300)
  })

  it('whose Service is deleted call on its old address, and then on nobody', () => {
    const failures = failuresAfter(
      web(),
      'sim traffic svc/web --rps 20',
      'sim wait 5s',
      'kubectl delete svc web',
      'sim wait 60s',
    )
    expect(failures.unreachable).toBeGreaterThan(0)
    expect(failures.dns).toBeGreaterThan(400)
  })
})
