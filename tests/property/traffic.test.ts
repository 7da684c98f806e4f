/**
 * Random lines, faults and loads: at every moment each request that was begun is served, failed or still under way, and
 * those under way are found where they are. A failure prints the seed that repeats it (KUBELOOP_PROPERTY_SEED).
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Sitting } from '../../src/lab/sitting.ts'
import { trafficOf } from '../../src/sim/world/traffic.ts'
import { begin, randomLine, run } from './randomLines.ts'

const seed = Number(process.env.KUBELOOP_PROPERTY_SEED ?? 20_261_129)
const runs = Number(process.env.KUBELOOP_PROPERTY_RUNS ?? 40)

const service = fc.constantFrom('web', 'api')
const manner = fc.oneof(
  fc.integer({ min: 1, max: 300 }).map((rps) => `--rps ${rps} --shape const`),
  fc.integer({ min: 1, max: 60 }).map((rps) => `--rps ${rps} --shape spike --peak 400 --over 5s`),
  fc.integer({ min: 1, max: 60 }).map((rps) => `--rps ${rps} --shape wave --over 20s`),
  fc.integer({ min: 1, max: 40 }).map((users) => `--users ${users} --think 50ms`),
)
const trafficLine = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(service, manner, fc.integer({ min: 0, max: 3 }), fc.constantFrom('100ms', '1s', '5s'))
      .map(
        ([name, how, retries, timeout]) =>
          `sim traffic svc/${name} ${how} --retries ${retries} --timeout ${timeout}`,
      ),
  },
  { weight: 1, arbitrary: service.map((name) => `sim traffic stop svc/${name}`) },
  { weight: 1, arbitrary: service.map((name) => `kubectl delete service ${name}`) },
  { weight: 1, arbitrary: service.map((name) => `kubectl expose deployment ${name} --port=80`) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 80 }))
      .map(
        ([v, ms]) => `sim app app:v${v} --cpu-per-request ${ms}ms --leak-per-request 100Ki --error-rate 1/50`,
      ),
  },
)

function booksOf({ world }: Sitting) {
  const { network } = world.components
  const open = network.runs.map((load) => {
    const { sent, served, failed, inFlight } = trafficOf(world, load.load.id) as NonNullable<
      ReturnType<typeof trafficOf>
    >
    return { sent, accounted: served + failed + inFlight, inFlight }
  })
  return { open, onTheWay: network.onTheWay }
}

it('no request is lost from the books, whatever happens, and a replay has the same ones', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 0xffff }),
      fc.array(fc.oneof({ weight: 2, arbitrary: randomLine }, { weight: 1, arbitrary: trafficLine }), {
        minLength: 6,
        maxLength: 25,
      }),
      (luck, lines) => {
        const sitting = new Sitting({ seed: luck, keyframes: 'dense' })
        begin(sitting)
        for (const name of ['web', 'api']) run(sitting, `kubectl expose deployment ${name} --port=80`)
        // Slow enough that something is in the process whenever something happens to it.
        run(sitting, 'sim app app --cpu-per-request 60ms')
        run(sitting, 'sim traffic svc/web --rps 80')
        for (const line of lines) {
          run(sitting, line)
          const { open, onTheWay } = booksOf(sitting)
          for (const { sent, accounted } of open) expect(accounted, line).toBe(sent)
          expect(
            open.reduce((sum, { inFlight }) => sum + inFlight, 0),
            line,
          ).toBe(onTheWay)
        }
        run(sitting, 'sim wait 10s')
        const { hash } = sitting
        const end = sitting.position
        sitting.seek(sitting.positionAt(Math.floor(end.tick / 2)))
        sitting.advanceTo(end.tick)
        expect(sitting.hash).toBe(hash)
      },
    ),
    { seed, numRuns: runs, endOnFailure: false },
  )
}, 300_000)
