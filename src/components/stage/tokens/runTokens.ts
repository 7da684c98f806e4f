/** Lets tokens run for every frame that comes, until it is told to stop. They are moved by the browser, not by React. */
import { onFrame } from '../../../state/index.ts'
import { backwards, loopRail, nodeRail, type Rail, stopsAlong, wishRail } from '../../../viz/loop/rails.ts'
import type { StageMode } from '../../../viz/loop/stageMode.ts'
import { motion } from '../motion.ts'
import { prefersStillness } from '../stillness.ts'
import { type Errand, errandsOf } from './errands.ts'
import { type Places, placesOn } from './places.ts'
import styles from './Rails.module.css'

/** More would be a swarm that nobody can read. */
const mostInFlight = 12
const delays = { triangle: 0, disc: 0, square: motion.answer } as const

export function runTokens(stage: HTMLElement, layer: HTMLElement, mode: StageMode): () => void {
  const flying = new Set<Animation>()
  /** Those that have arrived wait unseen for another errand: to put them in and take them out would have all laid out. */
  const idle: HTMLElement[] = []
  const stopListening = onFrame((frame, before, now) => {
    if (frame.whole || frame.writeCount === 0 || document.hidden || prefersStillness()) return
    const places = placesOn(stage)
    // First all is measured, then all is set off: the two by turns would have the page laid out again for each.
    const rails = errandsOf(frame, before, now)
      .slice(0, Math.max(0, mostInFlight - flying.size))
      .map((errand) => ({ errand, rail: railFor(errand, places, mode) }))
    for (const { errand, rail } of rails) if (rail !== undefined) run(errand, rail)
  })

  function run({ shape }: Errand, rail: Rail): void {
    const token = idle.pop() ?? layer.appendChild(document.createElement('span'))
    token.className = `${styles.token} ${styles[shape]}`
    const keyframes = stopsAlong(rail).map(({ x, y, offset }) => ({
      transform: `translate(${x}px, ${y}px)`,
      opacity: 1,
      offset,
    }))
    const animation = token.animate(keyframes, {
      duration: motion.token,
      delay: delays[shape],
      easing: 'ease-in-out',
      fill: 'backwards',
    })
    flying.add(animation)
    animation.onfinish = () => {
      flying.delete(animation)
      idle.push(token)
    }
  }

  return () => {
    stopListening()
    layer.replaceChildren()
  }
}

function railFor({ between, name, isOut }: Errand, places: Places, mode: StageMode): Rail | undefined {
  const api = places.api()
  const end = between === 'workload' ? places.workload() : places[between](name)
  if (api === undefined || end === undefined) return undefined
  if (between === 'workload') return wishRail(end, api)
  const rail = between === 'loop' ? loopRail(api, end, mode) : nodeRail(api, end)
  return isOut ? backwards(rail) : rail
}
