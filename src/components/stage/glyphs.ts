/** The sign of how a pod is: a shape of its own for each, so that nothing rests on colour. */
import type { Look } from '../../state/looks.ts'

export type GlyphName = Exclude<Look, 'gone'> | 'ghost'

/** Drawn in a square of 20, by strokes of 2.2. */
export const glyphStrokes: { readonly [G in GlyphName]: string } = {
  ready: 'M4 10.5 8.2 15 16 5.5',
  starting: 'M10 3.5a6.5 6.5 0 0 1 0 13a6.5 6.5 0 0 1 0-13',
  unbound: 'M4 10h.01M10 10h.01M16 10h.01',
  terminating: 'M4.5 10h11',
  failed: 'M5 5l10 10M15 5 5 15',
  unknown: 'M6.8 7.2a3.3 3.3 0 1 1 5 2.9c-1.2.7-1.8 1.3-1.8 2.6M10 16h.01',
  succeeded: 'M4 10.5 8.2 15 16 5.5M3.5 17.5h13',
  ghost: 'M10 4.5v11M4.5 10h11',
}
