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

const unknown: readonly Span[] = []

export class GapBook {
  /** In the order of time. */
  readonly #spans = new Map<string, readonly Span[]>()

  /** A gap is open that wasn't at tick `quiet`, or of which nothing is known before now (-1). Answers since when. */
  opened(gap: string, now: Tick, quiet: Tick): Tick {
    const spans = this.#spans.get(gap) ?? unknown
    const known = spans.findLast(({ from, to }) => from >= quiet && from <= now && now <= to)
    if (known !== undefined) return known.from
    const earlier = spans
      .filter(({ from }) => from < now)
      .map(({ from, to }) => ({ from, to: Math.min(to, now) }))
    this.#spans.set(gap, [...earlier, { from: now, to: Number.POSITIVE_INFINITY }])
    return now
  }

  closed(gap: string, now: Tick): void {
    const spans = this.#spans.get(gap) ?? unknown
    if (spans.every(({ to }) => to <= now)) return
    this.#spans.set(
      gap,
      spans.map((span) => (span.from <= now && now < span.to ? { ...span, to: now } : span)),
    )
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
}
