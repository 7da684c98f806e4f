/** A few requests of one frame, as they went: which to draw of them, and how each ends. */
import {
  type Frame,
  type LoadCard,
  type RequestFate,
  requestColumn,
  requestFates,
  requestWords,
} from '../../../state/index.ts'

export interface SeenRequest {
  readonly pod: number
  readonly tick: number
  /** Undefined: it was served. */
  readonly fate: RequestFate | undefined
}

/** Where a failure is seen: before any pod was chosen, on the way to it, or at it. */
export type Place = 'service' | 'way' | 'pod'

export function placeOf(fate: RequestFate): Place {
  if (fate === 'no-endpoints' || fate === 'dns' || fate === 'no-route') return 'service'
  return fate === 'unreachable' ? 'way' : 'pod'
}

/** The requests of this load that a frame tells of. */
export function requestsIn({ traffic }: Frame, load: LoadCard | undefined): readonly SeenRequest[] {
  if (traffic === undefined || load === undefined) return []
  const { requests, loads } = traffic
  const number = loads.findIndex(({ id }) => id === load.id)
  const found: SeenRequest[] = []
  for (let at = 0; at < requests.length; at += requestWords) {
    if (requests[at + requestColumn.load] !== number) continue
    const fate = requests[at + requestColumn.fate] as number
    found.push({
      pod: requests[at + requestColumn.pod] as number,
      tick: requests[at + requestColumn.tick] as number,
      fate: fate < 0 ? undefined : requestFates[fate],
    })
  }
  return found
}

/** No more than `room` of them: every failure that has room, and of the rest some, spread evenly. */
export function chosenOf(requests: readonly SeenRequest[], room: number): readonly SeenRequest[] {
  if (requests.length <= room) return requests
  const failed = requests.filter(({ fate }) => fate !== undefined).slice(0, room)
  const served = requests.filter(({ fate }) => fate === undefined)
  const left = Math.min(room - failed.length, served.length)
  const some = Array.from(
    { length: left },
    (_, i) => served[Math.floor((i * served.length) / left)] as SeenRequest,
  )
  return [...failed, ...some].sort((a, b) => a.tick - b.tick)
}
