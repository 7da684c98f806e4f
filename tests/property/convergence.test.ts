/**
 * Random lines and faults: the invariants hold after every one, and once the faults have healed the cluster always
 * converges. A failure prints the seed that repeats it (KUBELOOP_PROPERTY_SEED).
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Sitting } from '../../src/lab/sitting.ts'
import { openGaps } from '../../src/sim/world/gaps.ts'
import { brokenInvariants } from '../../src/sim/world/invariants.ts'
import { begin, heal, randomLine, run } from './randomLines.ts'

const seed = Number(process.env.KUBELOOP_PROPERTY_SEED ?? 20_260_101)
const runs = Number(process.env.KUBELOOP_PROPERTY_RUNS ?? 60)
it('keeps its invariants under random lines, and converges once the faults have healed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 0xffff }),
      fc.array(randomLine, { minLength: 4, maxLength: 25 }),
      (luck, lines) => {
        const sitting = new Sitting({ seed: luck })
        begin(sitting)
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
