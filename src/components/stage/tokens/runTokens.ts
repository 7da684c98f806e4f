/** Lets tokens run for every frame that comes, until it is told to stop. They are painted (`paint/tokens`). */
import { onFrame } from '../../../state/index.ts'
import { backwards, loopRail, nodeRail, type Rail, stopsAlong, wishRail } from '../../../viz/loop/rails.ts'
import type { StageMode } from '../../../viz/loop/stageMode.ts'
import { motion } from '../motion.ts'
import type { Surface } from '../paint/Surface.ts'
import { prefersStillness } from '../stillness.ts'
import { type Errand, errandsOf } from './errands.ts'
import { type Places, placesOn } from './places.ts'

/** More would be a swarm that nobody can read. */
const mostUnderWay = 12
const delays = { triangle: 0, disc: 0, square: motion.answer } as const

export function runTokens(stage: HTMLElement, surface: Surface<'tokens'>, mode: StageMode): () => void {
  /** When those that run have arrived. */
  let arrivals: readonly number[] = []
  return onFrame((frame, before, now) => {
    if (frame.whole || frame.writeCount === 0 || document.hidden || prefersStillness()) return
    const time = performance.now()
    arrivals = arrivals.filter((arrival) => arrival > time)
    const places = placesOn(stage)
    const errands = errandsOf(frame, before, now)
      .slice(0, Math.max(0, mostUnderWay - arrivals.length))
      .flatMap((errand) => {
        const rail = railFor(errand, places, mode)
        return rail === undefined
          ? []
          : { shape: errand.shape, stops: stopsAlong(rail), delay: delays[errand.shape] }
      })
    if (errands.length === 0) return
    arrivals = [...arrivals, ...errands.map(({ delay }) => time + delay + motion.token)]
    surface.tell({ type: 'run', errands })
  })
}

function railFor({ between, name, isOut }: Errand, places: Places, mode: StageMode): Rail | undefined {
  const api = places.api()
  const end = between === 'workload' ? places.workload() : places[between](name)
  if (api === undefined || end === undefined) return undefined
  if (between === 'workload') return wishRail(end, api)
  const rail = between === 'loop' ? loopRail(api, end, mode) : nodeRail(api, end)
  return isOut ? backwards(rail) : rail
}
