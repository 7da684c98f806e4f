/**
 * Which place each node has in its zone. A node keeps its place while others come and go: who leaves, leaves a hole, and
 * who comes takes the first hole. Places are numbers; where they are is the plan's.
 */
export interface Resident {
  readonly slot: number
  readonly zone: string
}

export interface ZonePlaces {
  readonly zone: string
  /** The node's slot at each place; 0: a hole. */
  readonly places: readonly number[]
  /** How many there are. */
  readonly nodes: number
}

/** `nodes` in order of creation. Zones stand in order of their names, whoever comes first. `before` itself: all stay. */
export function settle(before: readonly ZonePlaces[], nodes: readonly Resident[]): readonly ZonePlaces[] {
  const zoneOf = new Map(nodes.map(({ slot, zone }) => [slot, zone]))
  const zones = new Map<string, number[]>()
  for (const { zone, places } of before) {
    const kept = places.map((slot) => (zoneOf.get(slot) === zone ? slot : 0))
    for (const slot of kept) if (slot !== 0) zoneOf.delete(slot)
    zones.set(zone, kept)
  }
  const holes = new Map<string, number>()
  for (const [slot, zone] of zoneOf) {
    const places = zones.get(zone) ?? []
    zones.set(zone, places)
    let hole = holes.get(zone) ?? 0
    while (hole < places.length && places[hole] !== 0) hole++
    places[hole] = slot
    holes.set(zone, hole + 1)
  }
  const after = [...zones]
    .map(([zone, places]) => ({
      zone,
      places: withoutLastHoles(places),
      nodes: places.reduce((sum, slot) => sum + Number(slot !== 0), 0),
    }))
    .filter(({ places }) => places.length > 0)
    .sort((a, b) => (a.zone < b.zone ? -1 : 1))
  return isSame(before, after) ? before : after
}

function isSame(before: readonly ZonePlaces[], after: readonly ZonePlaces[]): boolean {
  return (
    before.length === after.length &&
    after.every(({ zone, places }, at) => {
      const known = before[at] as ZonePlaces
      return (
        known.zone === zone &&
        known.places.length === places.length &&
        places.every((slot, place) => known.places[place] === slot)
      )
    })
  )
}

function withoutLastHoles(places: readonly number[]): readonly number[] {
  let length = places.length
  while (length > 0 && places[length - 1] === 0) length--
  return length === places.length ? places : places.slice(0, length)
}
