/**
 * Lines that only read. What is very much is read in pieces where whoever asks has something else to do in between; else it is
 * read at once. The text is the same. No time passes in the world meanwhile.
 */
import type { Kind } from '../../../api/kind.ts'
import type { Request } from '../resources/select.ts'
import type { Call, Waiting } from '../verb.ts'
import { mostOf } from './everything.ts'

/** Objects that are read at a time, which takes some milliseconds; and where there is nothing to do in between. */
const piece = 2000
const largePiece = 5000

/** Where there are no more, reading takes no time that anybody would notice. */
const few = 4000

/** Characters that are kept of what is read in pieces: a planet's pods are more text than there is room for. */
const mostKept = 1_000_000

/** A short piece of work. True: it is over. */
export type Step = () => boolean

/** `kinds`: of which there may be many. `begin` gets how many objects to read at a time. */
export function inPieces(
  call: Call,
  request: Request,
  kinds: readonly Kind[],
  begin: (piece: number) => Step,
): Waiting | undefined {
  const { session, api, output } = call
  const isLong =
    session.readsInPieces === true &&
    api.server.running &&
    kinds.some((kind) => mostOf(call, request, kind) > few)
  const step = begin(isLong ? piece : largePiece)
  if (!isLong) {
    while (!step());
    return undefined
  }
  output.keepOnly(mostKept)
  return { poll: step, wakeAt: session.engine.state.tick, isReading: true }
}
