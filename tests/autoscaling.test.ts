/** A spike of requests through everything that answers it: pods get busy, are measured, and the autoscaler acts. */
import { describe, expect, it } from 'vitest'
import { Sitting } from '../src/lab/sitting.ts'
import { Deployments } from '../src/sim/api/kinds/deployment/index.ts'
import type { Deployment } from '../src/sim/api/types/index.ts'
import { scalingDecisions } from '../src/sim/world/autoscaling.ts'
import { trafficOf } from '../src/sim/world/traffic.ts'

function run(sitting: Sitting, line: string): string {
  const execution = sitting.execute(line)
  while (execution.exit === undefined) sitting.advance()
  if (execution.exit !== 0) throw new Error(`${line}: ${execution.stderr}`)
  return execution.stdout
}

const setup = [
  'sim cluster --nodes 3 --seed 3',
  'sim app shop --cpu-per-request 10ms --ready 1s',
  'kubectl create deployment web --image=shop:1 --port=8080',
  'kubectl set resources deployment/web --requests=cpu=200m --limits=cpu=500m',
  'kubectl expose deployment web --port=80 --target-port=8080',
  'kubectl autoscale deployment web --min=2 --max=12 --cpu=50%',
  'sim wait 60s',
  'sim traffic svc/web --rps 15 --shape spike --peak 100 --after 60s --over 120s',
]

function sizesOf(sitting: Sitting, seconds: number): readonly (readonly [number, number])[] {
  const sizes: [number, number][] = []
  const until = sitting.world.tick + seconds * 10
  while (sitting.world.tick < until) {
    sitting.advance(until)
    const web = sitting.world.engine.server.stored(Deployments, 'default', 'web') as Deployment
    const size = web.spec.replicas ?? 0
    if (sizes.at(-1)?.[1] !== size) sizes.push([sitting.world.tick / 10, size])
  }
  return sizes
}

describe('a spike of requests', () => {
  const sitting = new Sitting()
  for (const line of setup) run(sitting, line)
  const sizes = sizesOf(sitting, 720)
  const decisions = scalingDecisions(sitting.world, 'default', 'web')
  const spikeBegins = 120
  const spikeEnds = 240

  it('is answered with more pods, which is held, and taken back', () => {
    const most = Math.max(...sizes.map(([, size]) => size))
    // 100 requests of 10 ms are one core; half of 200m a pod makes ten pods.
    expect(most).toBeGreaterThanOrEqual(9)
    expect(most).toBeLessThanOrEqual(12)
    const grown = sizes.find(([, size]) => size === most)?.[0] as number
    expect(grown - spikeBegins).toBeGreaterThan(15)
    expect(grown - spikeBegins).toBeLessThan(90)
    const shrunk = sizes.find(([at, size]) => at > grown && size < most)?.[0] as number
    // So many were asked for as long as the spike lasted, or, with other luck, only while the pods were still few.
    const asked = decisions.filter(({ recommended = 0 }) => recommended >= most)
    const lastAsked = (asked.at(-1)?.tick as number) / 10
    expect(lastAsked).toBeGreaterThanOrEqual(spikeBegins)
    expect(lastAsked).toBeLessThan(spikeEnds + 45)
    // The window of 300 s, and up to a sync until somebody looks again.
    expect(shrunk - lastAsked).toBeGreaterThan(299)
    expect(shrunk - lastAsked).toBeLessThan(317)
    expect(sizes.at(-1)?.[1]).toBeLessThanOrEqual(3)
  })

  it('has a reason for every decision, told with its numbers', () => {
    expect(decisions.length).toBeGreaterThan(40)
    const outcomes = new Set(decisions.map(({ outcome }) => outcome))
    expect(outcomes.size).toBeGreaterThan(2)
    for (const decision of decisions) expect(decision.outcome).toBeTruthy()
    expect(run(sitting, 'sim why hpa/web')).toMatch(
      /cpu resource utilization .* ratio [\d.]+ × \d+ pods → \d+/,
    )
  })

  it('is felt less with the autoscaler than without', () => {
    const alone = new Sitting()
    for (const line of setup) if (!line.startsWith('kubectl autoscale')) run(alone, line)
    run(alone, 'sim wait 720s')
    const failed = (of: Sitting) => trafficOf(of.world, 'svc/default/web')?.failed ?? 0
    expect(failed(alone)).toBeGreaterThan(3000)
    expect(failed(sitting)).toBeLessThan(failed(alone) / 3)
  })
})
