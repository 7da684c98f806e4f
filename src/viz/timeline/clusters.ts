/** Marks that would lie on one another become one, with the number of them. */
export interface Cluster<T> {
  /** Where the first of them lies. */
  readonly x: number
  readonly marks: readonly T[]
}

/** `marks` in order of ticks; two belong together when the later is nearer than `apart` to the first of its cluster. */
export function clustersOf<T extends { readonly tick: number }>(
  marks: readonly T[],
  place: (tick: number) => number,
  apart: number,
): readonly Cluster<T>[] {
  const clusters: { x: number; marks: T[] }[] = []
  for (const mark of marks) {
    const x = place(mark.tick)
    const last = clusters.at(-1)
    if (last !== undefined && x - last.x < apart) last.marks.push(mark)
    else clusters.push({ x, marks: [mark] })
  }
  return clusters
}
