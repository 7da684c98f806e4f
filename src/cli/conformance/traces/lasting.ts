/** States that lasted, compared: what changed within a moment may have been one change or several. */
import type { Fact } from './fact.ts'

export interface Moment {
  readonly t: number
  readonly text: string
}

/** Seconds after which a recorded state has to be found in the replay. */
const lasting = 0.5
/** Seconds by which a state of the replay may last longer: each of its steps takes a tick. */
const slower = 0.4

/** Each state that lasted in the recording is passed through in the replay, in that order, and the other way round. */
export function sameLasting(
  name: string,
  recorded: readonly Moment[],
  replayed: readonly Moment[],
  seconds = lasting,
): readonly Fact[] {
  const path = replayed.map(({ text }) => text)
  let from = 0
  const facts = thatLast(recorded, seconds).map(({ text }): Fact => {
    const at = path.indexOf(text, from)
    if (at >= 0) from = at
    const seen = path.slice(from).join(' → ') || 'nothing'
    return { name: `${name}: ${text}`, difference: at >= 0 ? undefined : `the replay goes on with ${seen}` }
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
  const isLast = (i: number) => i === moments.length - 1
  return moments.filter(({ t }, i) => isLast(i) || (moments[i + 1] as Moment).t - t >= seconds)
}
