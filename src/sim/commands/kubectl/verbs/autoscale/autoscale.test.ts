import { describe, expect, it } from 'vitest'
import { Sitting } from '../../../../../lab/sitting.ts'

function cluster() {
  const sitting = new Sitting()
  const run = (line: string, stdin?: string) => {
    const { stdout, stderr } = sitting.execute(line, stdin)
    return stdout + stderr
  }
  run('kubectl create deployment web --image=nginx')
  return run
}

const target = (name: string) => `kubectl get hpa ${name} -o jsonpath={.spec.metrics[*].resource.target}`

describe('kubectl autoscale', () => {
  it.each([
    ['--cpu=70%', '{"averageUtilization":70,"type":"Utilization"}'],
    ['--cpu=500m', '{"averageValue":"500m","type":"AverageValue"}'],
    ['--cpu=500', '{"averageValue":"500m","type":"AverageValue"}'],
    ['--memory=200', '{"averageValue":"200Mi","type":"AverageValue"}'],
    ['', '{"averageUtilization":80,"type":"Utilization"}'],
  ])('aims with %s at %s', (flags, made) => {
    const run = cluster()
    expect(run(`kubectl autoscale deployment web --max=5 ${flags}`)).toBe(
      'horizontalpodautoscaler.autoscaling/web autoscaled\n',
    )
    expect(run(target('web'))).toBe(made)
  })

  it.each([
    [
      'deployment web --max=2 --min=3',
      '--max=MAXPODS must be larger or equal to --min=MINPODS, max: 2, min: 3',
    ],
    ['deployment web --max=2 --cpu=x%', 'invalid percentage value: x'],
    ['deployment web --max=2 --memory=much', 'invalid resource memory value: much'],
    [
      'service kubernetes --max=2',
      'cannot autoscale a Service: could not find scale subresource for /v1, Resource=services in discovery information',
    ],
  ])('refuses %s', (words, why) => {
    expect(cluster()(`kubectl autoscale ${words}`)).toBe(`error: ${why}\n`)
  })
})

describe('a manifest of autoscaling/v1', () => {
  const manifest = (percent: number) =>
    JSON.stringify({
      apiVersion: 'autoscaling/v1',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'old' },
      spec: {
        maxReplicas: 3,
        targetCPUUtilizationPercentage: percent,
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      },
    })

  it('is answered in its version, and can be applied again', () => {
    const run = cluster()
    expect(run('kubectl create --dry-run=server -o jsonpath={.apiVersion} -f -', manifest(60))).toBe(
      'autoscaling/v1',
    )
    expect(run('kubectl apply -f -', manifest(60))).toBe('horizontalpodautoscaler.autoscaling/old created\n')
    expect(run('kubectl apply -f -', manifest(60))).toBe(
      'horizontalpodautoscaler.autoscaling/old unchanged\n',
    )
    expect(run('kubectl apply -f -', manifest(70))).toBe(
      'horizontalpodautoscaler.autoscaling/old configured\n',
    )
    expect(run(target('old'))).toBe('{"averageUtilization":70,"type":"Utilization"}')
  })
})
