/** States that lasted, compared: what changed within a moment may have been one change or several. */
import type { Fact } from './fact.ts'

export interface Moment {
  readonly t: number
  readonly text: string
  /** From when on it was out of date, though nothing had followed yet. */
  readonly until?: number
}

/** Seconds after which a recorded state has to be found in the replay. */
const lasting = 0.5
/** Seconds by which a state of the replay may last longer: each of its steps takes a tick. */
const slower = 0.4

/** Seconds by which a state may come earlier or later. */
const usualTolerance = 1.5

interface Slack {
  readonly seconds?: number
  readonly tolerance?: number
}

/**
 * Each state that lasted in the recording is passed through in the replay, in that order and at about that time; and
 * none lasts in the replay that the recording does not pass through.
 */
export function sameLasting(
  name: string,
  recorded: readonly Moment[],
  replayed: readonly Moment[],
  { seconds = lasting, tolerance = usualTolerance }: Slack = {},
): readonly Fact[] {
  let path = replayed
  const facts = thatLast(recorded, seconds).map((state): Fact => {
    const at = path.findIndex(({ t, text }) => text === state.text && Math.abs(t - state.t) <= tolerance)
    if (at >= 0) path = path.slice(at)
    const rest = path.map(({ t, text }) => `${text} (${t.toFixed(1)} s)`).join(' → ') || 'nothing'
    const difference = at >= 0 ? undefined : `the replay goes on with ${rest}`
    return { name: `${name}: ${state.text} from ${state.t.toFixed(1)} s on`, difference }
  })
  return recorded.length === 0 ? facts : [...facts, nothingElse(name, recorded, replayed, seconds + slower)]
}

function nothingElse(
  name: string,
  recorded: readonly Moment[],
  replayed: readonly Moment[],
  seconds: number,
): Fact {
  const path = recorded.map(({ text }) => text)
  const extra = thatLast(replayed, seconds).find(({ text }) => !path.includes(text))
  const difference = extra && `the replay stays at ${extra.text} from ${extra.t} s on`
  return { name: `${name}: nothing else lasts`, difference }
}

function thatLast(moments: readonly Moment[], seconds: number): readonly Moment[] {
  return moments.filter(({ t, until = Number.POSITIVE_INFINITY }, i) => {
    const next = moments[i + 1]?.t ?? Number.POSITIVE_INFINITY
    return Math.min(next, until) - t >= seconds
  })
}
