/**
 * When gaps opened and closed, for the gaps whose objects don't tell. It outlives every step back: by determinism, what
 * was seen once at a tick of a recording is there again whenever the recording comes to that tick.
 */
import type { Tick } from '../../sim/core/clock.ts'

interface Span {
  readonly from: Tick
  /** Infinity: not closed yet, as far as is known. */
  readonly to: Tick
}

export class GapBook {
  readonly #spans = new Map<string, readonly Span[]>()

  opened(gap: string, tick: Tick): void {
    const spans = this.#spans.get(gap) ?? []
    if (spans.some(({ from, to }) => from <= tick && tick < to)) return
    const earlier = spans.filter(({ from }) => from < tick)
    this.#spans.set(gap, [...earlier, { from: tick, to: Number.POSITIVE_INFINITY }])
  }

  closed(gap: string, tick: Tick): void {
    const spans = this.#spans.get(gap)
    if (spans === undefined) return
    this.#spans.set(
      gap,
      spans.map((span) => (span.from <= tick && tick < span.to ? { ...span, to: tick } : span)),
    )
  }

  /** When the gap that is open at `tick` opened; undefined where nobody saw it. */
  sinceOf(gap: string, tick: Tick): Tick | undefined {
    return this.#spans.get(gap)?.find(({ from, to }) => from <= tick && tick <= to)?.from
  }

  /** The recording goes on in another way after `tick`. */
  forgetAfter(tick: Tick): void {
    for (const [gap, spans] of this.#spans) {
      const kept = spans
        .filter(({ from }) => from <= tick)
        .map((span) => (span.to > tick ? { ...span, to: Number.POSITIVE_INFINITY } : span))
      if (kept.length === 0) this.#spans.delete(gap)
      else this.#spans.set(gap, kept)
    }
  }

  clear(): void {
    this.#spans.clear()
  }
}
