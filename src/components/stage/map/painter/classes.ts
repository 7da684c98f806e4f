/** What the colours tell: to which class a pod belongs in each colouring, and what ink each class has. */
import { looks } from '../../../../state/looks.ts'
import { stripes } from '../../../../viz/loop/stripe.ts'
import { ageSteps } from '../../../../viz/map/ages.ts'
import { mixed, type Pixel, pixelOf } from './ink.ts'
import type { Colouring, Palette } from './messages.ts'

/** How many classes each colouring has. Of revisions: none, and then the four patterns in turn. */
export const classCounts: { readonly [C in Colouring]: number } = {
  phase: looks.length,
  revision: stripes.length + 1,
  cpu: 5,
  age: ageSteps.length + 1,
}

export function inksOf(colouring: Colouring, palette: Palette): readonly Pixel[] {
  const ink = (name: keyof Palette) => pixelOf(palette[name])
  switch (colouring) {
    case 'phase':
      return [
        ink('surface'),
        ink('gap'),
        ink('gap'),
        ink('cluster'),
        ink('terminating'),
        ink('fault'),
        ink('secondary'),
        ink('line'),
      ]
    case 'revision':
      return [ink('line'), ink('cluster'), ink('gap'), ink('ink'), ink('terminating')]
    default:
      return ramp(ink('surface'), ink('cluster'), ink('ink'))
  }
}

/** From faint to strong: an order that is seen without a hue. */
function ramp(surface: Pixel, colour: Pixel, ink: Pixel): readonly Pixel[] {
  return [
    mixed(surface, colour, 0.28),
    mixed(surface, colour, 0.52),
    mixed(surface, colour, 0.78),
    mixed(colour, ink, 0.12),
    mixed(colour, ink, 0.62),
  ]
}
