/** A template being filled with data, some of it at a time. */
export interface Filling {
  /** Does about so much more. True: it is filled. Throws a PrintError where template and data don't fit. */
  further(most: number): boolean
  /** What was printed, in pieces. */
  readonly texts: readonly string[]
}

/** All of it at once. */
export function filled(filling: Filling): string {
  filling.further(Number.POSITIVE_INFINITY)
  return filling.texts.join('')
}
