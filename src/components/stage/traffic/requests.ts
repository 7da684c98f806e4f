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

export interface Most {
  readonly served: number
  readonly failed: number
}

/** Of those that were served, and of those that were not, no more than so many, spread evenly; in the order of time. */
export function chosenOf(requests: readonly SeenRequest[], most: Most): readonly SeenRequest[] {
  const failed = requests.filter(({ fate }) => fate !== undefined)
  const served = requests.filter(({ fate }) => fate === undefined)
  return [...thinned(served, most.served), ...thinned(failed, most.failed)].sort((a, b) => a.tick - b.tick)
}

function thinned(requests: readonly SeenRequest[], most: number): readonly SeenRequest[] {
  if (requests.length <= most) return requests
  return Array.from(
    { length: most },
    (_, i) => requests[Math.floor((i * requests.length) / most)] as SeenRequest,
  )
}
