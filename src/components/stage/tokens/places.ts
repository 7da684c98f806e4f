/** Where things stand on the stage just now, in its own coordinates. */
import type { Box } from '../../../viz/loop/card.ts'

export interface Places {
  api: () => Box | undefined
  workload: () => Box | undefined
  loop: (name: string) => Box | undefined
  node: (name: string) => Box | undefined
}

export function placesOn(stage: HTMLElement): Places {
  const origin = stage.getBoundingClientRect()
  const find = (place: string) => {
    const element = stage.querySelector(`[data-place="${CSS.escape(place)}"]`)
    return element === null ? undefined : boxOf(element, origin)
  }
  return {
    api: () => find('api'),
    workload: () => find('workload'),
    loop: (name) => find(`loop/${name}`),
    node: (name) => find(`node/${name}`),
  }
}

export function boxOf(element: Element, origin: DOMRect): Box {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x: x - origin.x, y: y - origin.y, width, height }
}
