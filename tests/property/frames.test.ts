/**
 * Random lines, steps back and jumps: whoever was told only of changes knows what one knows who is told everything
 * now. A failure prints the seed that repeats it (KUBELOOP_PROPERTY_SEED).
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Frames } from '../../src/lab/frame/frames.ts'
import { Timeline } from '../../src/lab/frame/timeline.ts'
import { Sitting } from '../../src/lab/sitting.ts'
import { openGaps } from '../../src/sim/world/gaps.ts'
import { TestScreen } from '../support/testScreen.ts'
import { begin, randomLine, run } from './randomLines.ts'

const seed = Number(process.env.KUBELOOP_PROPERTY_SEED ?? 20_260_101)
const runs = Number(process.env.KUBELOOP_PROPERTY_RUNS ?? 10)

const deed = fc.oneof(
  { weight: 8, arbitrary: randomLine },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'sim undo',
      'sim back 10s',
      'sim back 1m',
      'kubectl delete deployment api --wait=false',
      'kubectl delete rs -l app=web --cascade=orphan --wait=false',
      'kubectl delete node node-3 --wait=false',
      'kubectl expose deployment web --port=80',
      'kubectl create deployment api --image=app:v1 --replicas=3',
      'sim control-plane stop api-server',
      'sim control-plane start api-server',
      'sim limit controller-manager --qps 1 --burst 1',
    ),
  },
)

it('tells of changes what it would tell of the whole', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 0xffff }),
      fc.array(deed, { minLength: 4, maxLength: 25 }),
      (luck, deeds) => {
        const timeline = new Timeline()
        const sitting = new Sitting({
          seed: luck,
          keyframes: 'dense',
          onProgress: (world) => timeline.note(world),
        })
        const frames = watched(timeline)
        const screen = new TestScreen()
        begin(sitting)
        screen.show(frames.take(sitting))
        for (const one of deeds) {
          run(sitting, one)
          screen.show(frames.take(sitting))
          expect(screen.pods, one).toEqual(wholeNow(sitting).pods)
          expect(withoutTimes(screen), one).toEqual(withoutTimes(wholeNow(sitting)))
          if (sitting.world.engine.server.running) expect(screen.gapCount, one).toBe(gapsOf(sitting).length)
          expect(sampleNow(screen), one).toEqual(sampleNow(wholeNow(sitting)))
        }
        const again = replayed(sitting)
        expect(again.gaps).toEqual(screen.gaps)
        expect(again.samples).toEqual(screen.samples.filter(([tick]) => (tick as number) <= again.tick))
      },
    ),
    { seed, numRuns: runs, endOnFailure: false },
  )
}, 300_000)

/** Frames for one who looks at everything. */
function watched(timeline?: Timeline): Frames {
  const frames = new Frames(timeline)
  frames.attend({ writes: true, loops: true, endpoints: true, gaps: true, openGroups: [] })
  return frames
}

function wholeNow(sitting: Sitting): TestScreen {
  return new TestScreen().show(watched().take(sitting))
}

/** The newest that is not of the recorded future. */
function sampleNow({ samples, tick }: TestScreen): readonly number[] | undefined {
  return samples.findLast(([at]) => (at as number) <= tick)?.slice(1)
}

/** One who watched a replay of the whole recording. */
function replayed({ origin, log, position }: Sitting): TestScreen {
  const timeline = new Timeline()
  const other: Sitting = new Sitting()
  other.adopt(origin, log, position, () => timeline.note(other.world))
  return new TestScreen().show(watched(timeline).take(other))
}

function gapsOf({ world }: Sitting) {
  return openGaps(world.engine.server)
}

/** Someone who has just come doesn't know since when a workload has had its gap. */
function withoutTimes({ samples: _, gaps, ...screen }: TestScreen) {
  const timeless = gaps
    .map(({ count, oldest: { since: _since, ...gap } }) => JSON.stringify([count, gap]))
    .sort()
  const { loads: _loads, ...rest } = screen
  return { ...rest, gaps: timeless, loads: [...screen.nodes.keys()].map((node) => screen.loads.cpuOf(node)) }
}
