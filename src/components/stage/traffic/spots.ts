/** Where the ends of requests' ways are on the stage just now, in its own coordinates. */
import type { Ends, Spot } from '../../../viz/traffic/route.ts'

export interface Spots {
  readonly ends: Ends
  readonly pods: ReadonlyMap<number, Spot>
  /** The edges of the nodes that stand next to the Service: to them its ways are drawn. */
  readonly nodes: readonly Spot[]
}

/** Undefined while a part of it is not there. */
export function spotsOn(stage: HTMLElement, leaves: Ends['leaves']): Spots | undefined {
  const origin = stage.getBoundingClientRect()
  const spot = (name: string): Spot | undefined => {
    const element = stage.querySelector(`[data-spot="${name}"]`)
    if (element === null) return undefined
    if (!element.checkVisibility()) return undefined
    const { x, y, width, height } = element.getBoundingClientRect()
    return {
      x: x - origin.x + stage.scrollLeft + width / 2,
      y: y - origin.y + stage.scrollTop + height / 2,
    }
  }
  const [gateIn, gateOut] = [spot('gate-in'), spot('gate-out')]
  if (gateIn === undefined || gateOut === undefined) return undefined
  // Where the clients stand above, a request is seen from the Service on.
  const clients = spot('clients') ?? gateIn
  return {
    ends: { clients, gateIn, gateOut, leaves },
    pods: new Map(
      edgesOf(stage, '[data-pods] [data-spot]', leaves).map(([element, at]) => [
        Number(element.dataset.spot),
        at,
      ]),
    ),
    nodes: nearest(
      edgesOf(stage, '[data-pods] [data-node]', leaves).map(([, at]) => at),
      leaves,
    ),
  }
}

/** The edges that things turn to the Service. Those that are scrolled away are left out. */
function edgesOf(
  stage: HTMLElement,
  selector: string,
  leaves: Ends['leaves'],
): readonly (readonly [HTMLElement, Spot])[] {
  const origin = stage.getBoundingClientRect()
  const view = stage.querySelector('[data-pods]')?.getBoundingClientRect()
  return [...stage.querySelectorAll<HTMLElement>(selector)].flatMap((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const middle = y + height / 2
    if (view !== undefined && (middle < view.top || middle > view.bottom)) return []
    const at = leaves === 'sideways' ? { x, y: middle } : { x: x + width / 2, y }
    return [
      [element, { x: at.x - origin.x + stage.scrollLeft, y: at.y - origin.y + stage.scrollTop }] as const,
    ]
  })
}

/** A way that would run behind other nodes is not drawn; its requests still find it. */
function nearest(nodes: readonly Spot[], leaves: Ends['leaves']): readonly Spot[] {
  const axis = leaves === 'sideways' ? 'x' : 'y'
  const first = Math.min(...nodes.map((spot) => spot[axis]))
  return nodes.filter((spot) => spot[axis] < first + 1)
}
