/** Where the ends of requests' ways are on the stage just now, in its own coordinates. */
import type { Ends, Spot } from '../../../viz/traffic/route.ts'

export interface Spots {
  readonly ends: Ends
  readonly pods: ReadonlyMap<number, Spot>
}

/** Undefined while a part of it is not there. */
export function spotsOn(stage: HTMLElement, leaves: Ends['leaves']): Spots | undefined {
  const origin = stage.getBoundingClientRect()
  const spot = (name: string): Spot | undefined => {
    const element = stage.querySelector(`[data-spot="${name}"]`)
    if (element === null) return undefined
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x: x - origin.x + width / 2, y: y - origin.y + height / 2 }
  }
  const [clients, gateIn, gateOut] = [spot('clients'), spot('gate-in'), spot('gate-out')]
  if (clients === undefined || gateIn === undefined || gateOut === undefined) return undefined
  return { ends: { clients, gateIn, gateOut, leaves }, pods: podSpots(stage, origin, leaves) }
}

/** At the edge that a tile turns to the Service. Those that are scrolled away are left out. */
function podSpots(stage: HTMLElement, origin: DOMRect, leaves: Ends['leaves']): ReadonlyMap<number, Spot> {
  const found = new Map<number, Spot>()
  const view = stage.querySelector('[data-pods]')?.getBoundingClientRect()
  for (const element of stage.querySelectorAll<HTMLElement>('[data-pods] [data-spot]')) {
    const { x, y, width, height } = element.getBoundingClientRect()
    const middle = y + height / 2
    if (view !== undefined && (middle < view.top || middle > view.bottom)) continue
    const at = leaves === 'sideways' ? { x, y: middle } : { x: x + width / 2, y }
    found.set(Number(element.dataset.spot), { x: at.x - origin.x, y: at.y - origin.y })
  }
  return found
}
