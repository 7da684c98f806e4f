/**
 * Lets requests fly for every frame that comes, until it is told to stop. Each is a dot with the pattern of its pod's
 * revision; one that failed ends in a cross where it failed. They are moved by the browser, not by React, and by
 * transform and opacity alone.
 */
import { onFrame, type PodTable, session, type World, watchedLoad } from '../../../state/index.ts'
import { stripeOf } from '../../../viz/loop/stripe.ts'
import { lostSpot, type Spot, wayOf } from '../../../viz/traffic/route.ts'
import { prefersStillness } from '../stillness.ts'
import styles from './Flights.module.css'
import { chosenOf, placeOf, requestsIn, type SeenRequest } from './requests.ts'
import type { Spots } from './spots.ts'

/** More would be a swarm that nobody can read. */
const mostFlying = 60
/** Of one tick, so that they flow evenly; failures come on top of what is served. */
const servedPerTick = 4
const failedPerTick = 2
/** Milliseconds: from the clients to the pod, and how long a cross stays. */
const flightTime = 750
const crossTime = 1100
/** A tick's requests come one after the other, as they did; in slow motion not slower than this. */
const longestTick = 400

export function startFlights(layer: HTMLElement, spots: () => Spots | undefined): () => void {
  const idle: HTMLElement[] = []
  const flying = new Set<Animation>()

  const stopListening = onFrame((frame, before, now) => {
    if (frame.whole || frame.traffic === undefined || document.hidden || prefersStillness()) return
    const where = spots()
    const requests = requestsIn(frame, watchedLoad(now, session.getState()))
    if (where === undefined || requests.length === 0) return
    const ticks = Math.max(1, frame.tick - before.tick)
    const most = { served: servedPerTick * ticks, failed: failedPerTick * ticks }
    const chosen = chosenOf(requests, most).slice(0, mostFlying - flying.size)
    const spread = Math.min(longestTick, (100 * ticks) / session.getState().clock.speed)
    chosen.forEach((request, index) => {
      fly(request, where, now, (index / chosen.length) * spread)
    })
  })

  function fly(request: SeenRequest, where: Spots, { pods }: World, delay: number): void {
    const end = endOf(request, where)
    const way = end.way === 'service' ? wayOf(where.ends) : wayOf(where.ends, end.spot)
    const dot = idle.pop() ?? newDot(layer)
    dress(dot, request, pods)
    const frames = way.map(({ x, y, offset }) => ({ transform: `translate(${x}px, ${y}px)`, offset }))
    play(
      dot,
      frames,
      { duration: flightTime * (end.way === 'service' ? 0.5 : 1), delay, fill: 'both' },
      () => {
        if (request.fate === undefined) return rest(dot)
        dot.dataset.is = 'cross'
        const at = `translate(${end.spot.x}px, ${end.spot.y}px)`
        play(
          dot,
          [
            { transform: `${at} scale(0.6)`, opacity: 1 },
            { transform: `${at} scale(1)`, opacity: 1, offset: 0.15 },
            { transform: `${at} scale(1)`, opacity: 1, offset: 0.7 },
            { transform: `${at} scale(1)`, opacity: 0 },
          ],
          { duration: crossTime },
          () => rest(dot),
        )
      },
    )
  }

  function play(
    dot: HTMLElement,
    frames: Keyframe[],
    timing: KeyframeAnimationOptions,
    after: () => void,
  ): void {
    const animation = dot.animate(frames, timing)
    flying.add(animation)
    animation.onfinish = () => {
      flying.delete(animation)
      after()
      animation.cancel()
    }
  }

  function rest(dot: HTMLElement): void {
    dot.dataset.is = 'resting'
    idle.push(dot)
  }

  return () => {
    stopListening()
    for (const animation of flying) animation.cancel()
    layer.replaceChildren()
  }
}

/** How far it gets. Of a pod that isn't drawn any more only the way is left. */
function endOf({ pod, fate }: SeenRequest, { ends, pods }: Spots): { way: 'service' | 'pod'; spot: Spot } {
  const spot = pods.get(pod)
  if ((fate !== undefined && placeOf(fate) === 'service') || (spot === undefined && pods.size === 0))
    return { way: 'service', spot: ends.gateIn }
  const last = spot ?? farthest(pods)
  const isLost = spot === undefined || (fate !== undefined && placeOf(fate) === 'way')
  return { way: 'pod', spot: isLost ? lostSpot(ends, last) : last }
}

function farthest(pods: ReadonlyMap<number, Spot>): Spot {
  return [...pods.values()].reduce((low, spot) => (spot.y > low.y ? spot : low))
}

function dress(dot: HTMLElement, { pod }: SeenRequest, pods: PodTable): void {
  dot.dataset.is = 'dot'
  dot.dataset.stripe = stripeOf(pods.get(pod)?.revision ?? 0) ?? 'solid'
}

function newDot(layer: HTMLElement): HTMLElement {
  const dot = document.createElement('span')
  dot.className = styles.dot ?? ''
  layer.append(dot)
  return dot
}
