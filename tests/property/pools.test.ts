/**
 * Random lines in a cluster that sizes itself: the invariants hold, and once the faults
 * have healed every pod runs, on no more machines than their pools may have.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Sitting } from '../../src/lab/sitting.ts'
import { openGaps } from '../../src/sim/world/gaps.ts'
import { brokenInvariants } from '../../src/sim/world/invariants.ts'
import { run } from './randomLines.ts'

const seed = Number(process.env.KUBELOOP_PROPERTY_SEED ?? 20_260_101)
const runs = Number(process.env.KUBELOOP_PROPERTY_RUNS ?? 25)

const pools = ['gold', 'big'] as const
const pool = fc.constantFrom(...pools)
const deployment = fc.constantFrom('web', 'api')
const machine = fc.tuple(pool, fc.integer({ min: 1, max: 4 })).map(([name, n]) => `${name}-${n}`)

const randomLine = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 120 }).map((seconds) => `sim wait ${seconds}s`) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(deployment, fc.integer({ min: 0, max: 12 }))
      .map(([name, n]) => `kubectl scale deployment/${name} --replicas=${n}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(pool, fc.integer({ min: 0, max: 5 }))
      .map(([name, n]) => `sim pool scale ${name} ${n}`),
  },
  { weight: 1, arbitrary: pool.map((name) => `sim pool break ${name}`) },
  { weight: 1, arbitrary: pool.map((name) => `sim pool fix ${name}`) },
  { weight: 1, arbitrary: machine.map((name) => `sim node fail ${name}`) },
  { weight: 1, arbitrary: machine.map((name) => `sim node remove ${name}`) },
  { weight: 1, arbitrary: machine.map((name) => `kubectl drain ${name} --timeout=30s`) },
  { weight: 1, arbitrary: machine.map((name) => `kubectl delete node ${name}`) },
  {
    weight: 1,
    arbitrary: deployment.map(
      (name) => `kubectl create pdb ${name} --selector=app=${name} --max-unavailable=1`,
    ),
  },
  { weight: 1, arbitrary: deployment.map((name) => `kubectl delete pdb ${name}`) },
  { weight: 1, arbitrary: fc.constantFrom('sim autoscaler on', 'sim autoscaler off') },
)

function begin(sitting: Sitting): void {
  run(sitting, 'sim cluster --nodes 1 --cpu 2 --profile classroom')
  run(sitting, 'sim pool add gold --min 1 --max 5 --zones a,b')
  run(sitting, 'sim pool add big --max 3 --cpu 8 --memory 32Gi')
  run(sitting, 'sim autoscaler on')
  for (const name of ['web', 'api']) {
    run(sitting, `kubectl create deployment ${name} --image=${name} --replicas=2`)
    run(sitting, `kubectl set resources deployment ${name} --requests=cpu=700m,memory=200Mi`)
  }
}

function heal(sitting: Sitting): void {
  for (const name of pools) run(sitting, `sim pool fix ${name}`)
  for (const { name } of sitting.world.engine.substrate.machines.all()) {
    run(sitting, `sim node recover ${name}`)
    run(sitting, `kubectl uncordon ${name}`)
  }
  run(sitting, 'sim autoscaler on')
}

it('a cluster that sizes itself converges once the faults have healed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 0xffff }),
      fc.array(randomLine, { minLength: 4, maxLength: 20 }),
      (luck, lines) => {
        const sitting = new Sitting({ seed: luck })
        begin(sitting)
        for (const one of lines) {
          run(sitting, one)
          expect(brokenInvariants(sitting.world), one).toEqual([])
        }
        heal(sitting)
        run(sitting, 'sim wait 30m')
        expect(brokenInvariants(sitting.world)).toEqual([])
        expect(openGaps(sitting.world.engine.server)).toEqual([])
        for (const { name, machines, max } of sitting.world.engine.cloud?.pools ?? [])
          expect(machines.length, name).toBeLessThanOrEqual(max)
      },
    ),
    { seed, numRuns: runs, endOnFailure: false },
  )
}, 300_000)
