/** How a pod is, in ink: a fill, an edge, and what is written upon them. */
import type { Look } from '../../../../state/looks.ts'
import type { Inks } from '../messages.ts'

export interface Colours {
  readonly fill: string
  readonly edge: string
  readonly onFill: string
}

/** How far its node has lost its colour takes as much of the chip's. */
const steps = 5

export function coloursOf(look: Look, inks: Inks, drained: number): Colours {
  const { fill, edge, onFill } = fresh(look, inks)
  if (drained === 0) return { fill, edge, onFill }
  const saturation = 1 - Math.min(steps, drained) / steps
  const pale = (ink: string) => saturated(ink, saturation)
  return { fill: pale(fill), edge: pale(edge), onFill: pale(onFill) }
}

function fresh(look: Look, inks: Inks): Colours {
  const { surface, ink, cluster, onCluster, gap, fault, onFault, terminating } = inks
  switch (look) {
    case 'ready':
      return { fill: cluster, edge: cluster, onFill: onCluster }
    case 'succeeded':
      return { fill: terminating, edge: terminating, onFill: onCluster }
    case 'starting':
      return { fill: surface, edge: cluster, onFill: cluster }
    case 'unbound':
      return { fill: surface, edge: gap, onFill: gap }
    case 'terminating':
    case 'gone':
      return { fill: surface, edge: terminating, onFill: terminating }
    case 'failed':
      return { fill: fault, edge: fault, onFill: onFault }
    case 'unknown':
      return { fill: surface, edge: terminating, onFill: ink }
  }
}

/** What a style sheet's `saturate()` makes of "rgb(10, 95, 168)". */
export function saturated(colour: string, share: number): string {
  const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  const grey = 0.213 * r + 0.715 * g + 0.072 * b
  return `rgb(${[r, g, b].map((part) => Math.round(grey + (part - grey) * share)).join(', ')})`
}

/** "rgb(0, 0, 0)" and "rgb(10, 10, 10)" by a tenth: "rgb(1, 1, 1)" */
export function mixed(one: string, other: string, share: number): string {
  const [from, to] = [one, other].map((colour) => (colour.match(/[\d.]+/g) ?? []).map(Number))
  return `rgb(${[0, 1, 2].map((part) => Math.round((from?.[part] ?? 0) * (1 - share) + (to?.[part] ?? 0) * share)).join(', ')})`
}
