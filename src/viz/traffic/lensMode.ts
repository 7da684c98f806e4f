/** How the Traffic lens stands, by its width in design units: three columns, three narrow ones, or one below another. */
export type LensMode = 'wide' | 'medium' | 'phone'

export function lensMode(width: number): LensMode {
  if (width >= 900) return 'wide'
  return width >= 660 ? 'medium' : 'phone'
}
