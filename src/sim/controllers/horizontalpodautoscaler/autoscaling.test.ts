/** Autoscalers at work in whole clusters, with metrics that the tests make up. */
import { describe, expect, it } from 'vitest'
import { Sitting } from '../../../lab/sitting.ts'
import { Pods } from '../../api/kinds/pod/index.ts'
import { isPodReady } from '../../api/podReadiness.ts'
import type { MetricSource } from '../../apiserver/metricsApi.ts'
import { scalingDecisions } from '../../world/autoscaling.ts'

/** Every ready pod uses as much, measured just now. */
class Uniform implements MetricSource {
  cpuMilli = 0
  readonly #sitting: Sitting

  constructor(sitting: Sitting) {
    this.#sitting = sitting
    sitting.world.engine.server.metrics = this
  }

  pod(namespace: string, name: string) {
    const { server, state } = this.#sitting.world.engine
    const pod = server.stored(Pods, namespace, name)
    if (pod === undefined || !isPodReady(pod)) return undefined
    const containers = pod.spec.containers.map((container) => ({
      name: container.name,
      cpuNanos: this.cpuMilli * 1_000_000,
      memoryBytes: 1024,
    }))
    return { namespace, name, timestamp: state.tick, window: 10, containers }
  }

  node() {
    return undefined
  }

  ofPod() {
    return undefined
  }

  ofObject() {
    return undefined
  }

  external() {
    return []
  }
}

function cluster(...lines: readonly string[]) {
  const sitting = new Sitting()
  const run = (line: string, stdin?: string) => {
    const execution = sitting.execute(line, stdin)
    while (execution.exit === undefined) sitting.advance()
    return execution
  }
  run('sim cluster')
  for (const line of lines) run(line)
  const decisions = () => scalingDecisions(sitting.world, 'default', 'web')
  const last = () => decisions().at(-1)
  const get = (what: string) => run(`kubectl get ${what}`).stdout
  return { sitting, run, decisions, last, get }
}

const web = [
  'kubectl create deployment web --image=nginx --replicas=2',
  'kubectl set resources deployment/web --requests=cpu=100m',
]

describe('an autoscaler', () => {
  it('grows a workload whose pods use too much, and remembers the numbers', () => {
    const { sitting, run, last, get } = cluster(
      ...web,
      'kubectl autoscale deployment web --cpu=50% --min=1 --max=8',
    )
    new Uniform(sitting).cpuMilli = 80
    run('sim wait 16s')
    expect(get('deployment web -o jsonpath={.spec.replicas}')).toBe('4')
    expect(last()).toMatchObject({
      outcome: 'scaled-up',
      current: 2,
      desired: 4,
      recommended: 4,
      metrics: [{ current: '80%', target: '50%', ratio: 1.6, counted: 2, proposal: 4 }],
    })
    expect(get('events --field-selector reason=SuccessfulRescale -o jsonpath={.items[0].message}')).toBe(
      'New size: 4; reason: cpu resource utilization (percentage of request) above target',
    )
    expect(run('sim why hpa/web').stdout).toContain('ratio 1.60 × 2 pods → 4')
  })

  it('shrinks only when the window has passed, and says what held it', () => {
    const { sitting, run, last, get } = cluster(...web, 'kubectl autoscale deployment web --cpu=50% --max=8')
    const metrics = new Uniform(sitting)
    metrics.cpuMilli = 50
    run('sim wait 16s')
    expect(last()?.outcome).toBe('tolerated')
    metrics.cpuMilli = 1
    run('sim wait 290s')
    expect(last()).toMatchObject({ outcome: 'stabilized', recommended: 1, stabilized: { replicas: 2 } })
    expect(run('sim why hpa/web').stdout).toContain('held by an earlier recommendation')
    run('sim wait 30s')
    expect(get('deployment web -o jsonpath={.spec.replicas}')).toBe('1')
  })

  it('brings a size within its bounds without asking for metrics', () => {
    const { run, last, get } = cluster(...web, 'kubectl autoscale deployment web --min=3 --max=4')
    run('sim wait 16s')
    expect(last()).toMatchObject({ outcome: 'scaled-up', bound: 'min', desired: 3, metrics: [] })
    run('kubectl scale deployment web --replicas=9')
    run('sim wait 15s')
    expect(get('deployment web -o jsonpath={.spec.replicas}')).toBe('4')
  })

  it('is off while its target has no replicas', () => {
    const { run, last, get } = cluster(
      ...web,
      'kubectl scale deployment web --replicas=0',
      'kubectl autoscale deployment web --max=4',
    )
    run('sim wait 16s')
    expect(last()?.outcome).toBe('disabled')
    expect(get('hpa web -o jsonpath={.status.conditions[1].reason}')).toBe('ScalingDisabled')
  })

  it('does nothing where another one scales the same pods', () => {
    const { run, last, get } = cluster(
      ...web,
      'kubectl autoscale deployment web --max=4',
      'kubectl autoscale deployment web --max=4 --name=other',
    )
    run('sim wait 31s')
    expect(last()?.outcome).toBe('ambiguous')
    expect(get('hpa web -o jsonpath={.status.conditions[1].message}')).toBe(
      'pods by selector app=web are controlled by multiple HPAs: [default/other default/web]',
    )
  })

  it('says that its target is missing, and goes on once it is there', () => {
    const { run, last, sitting, decisions } = cluster(
      ...web,
      'kubectl autoscale deployment web --max=4 --cpu=50%',
    )
    new Uniform(sitting).cpuMilli = 50
    run('kubectl delete deployment web')
    run('sim wait 16s')
    expect(last()).toMatchObject({ outcome: 'no-target', error: 'deployments.apps "web" not found' })
    for (const line of web) run(line)
    run('sim wait 30s')
    expect(decisions().at(-1)?.outcome).toBe('tolerated')
  })

  it('scales up by the metrics that there are, but not down', () => {
    const { sitting, run, last } = cluster(...web)
    const metric = (name: string, target: object) => ({ type: 'Resource', resource: { name, target } })
    const external = {
      type: 'External',
      external: { metric: { name: 'queue' }, target: { type: 'Value', value: '5' } },
    }
    const spec = {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      maxReplicas: 8,
      metrics: [metric('cpu', { type: 'Utilization', averageUtilization: 50 }), external],
    }
    const manifest = {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web' },
      spec,
    }
    run('kubectl apply -f -', JSON.stringify(manifest))
    const metrics = new Uniform(sitting)
    metrics.cpuMilli = 80
    run('sim wait 16s')
    expect(last()).toMatchObject({ outcome: 'scaled-up', desired: 4 })
    metrics.cpuMilli = 1
    run('sim wait 30s')
    expect(last()?.outcome).toBe('no-metrics')
    expect(last()?.error).toMatch(
      /^invalid metrics \(1 invalid out of 2\), first error is: failed to get queue external/,
    )
  })

  it('looks once a period, also after its process was started anew', () => {
    const { run, decisions } = cluster(...web, 'kubectl autoscale deployment web --max=4')
    run('sim wait 20s')
    run('sim control-plane stop horizontal-pod-autoscaler')
    run('sim wait 3s')
    run('sim control-plane start horizontal-pod-autoscaler')
    run('sim wait 62s')
    const ticks = decisions().map(({ tick }) => tick)
    expect(ticks).toHaveLength(4)
    expect(ticks.slice(1).map((tick, i) => tick - (ticks[i] as number))).toEqual([150, 150, 150])
  })

  it('has decided the same when a moment is returned to', () => {
    const { sitting, run, decisions } = cluster(...web, 'kubectl autoscale deployment web --min=3 --max=4')
    run('sim wait 16s')
    const [tick, told, hash] = [sitting.world.tick, decisions(), sitting.hash]
    run('sim wait 60s')
    sitting.seek(sitting.positionAt(tick))
    expect([decisions(), sitting.hash]).toEqual([told, hash])
  })
})

describe('metrics from outside', () => {
  const manifest = (metric: object) =>
    JSON.stringify({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web' },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
        maxReplicas: 9,
        metrics: [metric],
      },
    })

  it('of a queue are shared by the pods', () => {
    const { run, last, get } = cluster(...web)
    const external = {
      metric: { name: 'queue', selector: { matchLabels: { of: 'orders' } } },
      target: { type: 'AverageValue', averageValue: '10' },
    }
    run('kubectl apply -f -', manifest({ type: 'External', external }))
    expect(run('sim metric queue 45 -l of=orders').stdout).toBe('metric queue (of=orders) is 45\n')
    run('sim metric queue 1000 -l of=mails')
    run('sim wait 16s')
    expect(last()).toMatchObject({
      desired: 4,
      by: 'external metric queue(&LabelSelector{MatchLabels:map[string]string{of: orders,},MatchExpressions:[]LabelSelectorRequirement{},})',
      limited: { replicas: 4 },
    })
    expect(get('hpa web')).toContain('22500m/10 (avg)')
  })

  it('of an object are read by its kind and name', () => {
    const { run, last, get } = cluster(...web, 'kubectl expose deployment web --port=80')
    const described = { apiVersion: 'v1', kind: 'Service', name: 'web' }
    const object = {
      describedObject: { ...described, apiVersion: 'core/v1' },
      metric: { name: 'hits' },
      target: { type: 'Value', value: '100' },
    }
    run('kubectl apply -f -', manifest({ type: 'Object', object }))
    run('sim metric hits 150 --object service/web')
    run('sim wait 16s')
    expect(last()).toMatchObject({ outcome: 'scaled-up', desired: 3, by: 'Service metric hits' })
    expect(get('hpa web')).toContain('150/100')
    run('sim metric hits none --object service/web')
    run('sim wait 15s')
    expect(last()?.outcome).toBe('no-metrics')
  })
})
