import { describe, expect, it } from 'vitest'
import { Flight } from './flight.ts'

/** An element whose animations stand where a test puts them. */
function fakeElement() {
  const flights: { readonly keyframes: Keyframe[]; progress: number | null; onfinish?: () => void }[] = []
  const animate = (keyframes: Keyframe[]) => {
    const flight: (typeof flights)[number] = { keyframes, progress: 0 }
    flights.push(flight)
    return Object.assign(flight, {
      effect: { getComputedTiming: () => ({ progress: flight.progress }) },
      cancel() {
        flight.progress = null
      },
    })
  }
  return { element: { animate } as unknown as Element, flights }
}

const transforms = (flight: { readonly keyframes: Keyframe[] } | undefined) =>
  flight?.keyframes.map(({ transform }) => transform)

describe('a flight', () => {
  it('goes from where the thing was to where it is now', () => {
    const { element, flights } = fakeElement()
    new Flight(element).fly({ x: 10, y: 20 }, { x: 30, y: 0 })
    expect(transforms(flights[0])).toEqual(['translate(-20px, 20px)', 'translate(0, 0)'])
  })

  it('turns where it just is when it is sent elsewhere on the way', () => {
    const { element, flights } = fakeElement()
    const flight = new Flight(element)
    flight.fly({ x: 0, y: 0 }, { x: 100, y: 40 })
    if (flights[0]) flights[0].progress = 0.5
    flight.fly({ x: 100, y: 40 }, { x: 0, y: 0 })
    expect(transforms(flights[1])).toEqual(['translate(50px, 20px)', 'translate(0, 0)'])
    expect(flights[0]?.progress).toBeNull()
  })

  it('sets out from its place once it has arrived', () => {
    const { element, flights } = fakeElement()
    const flight = new Flight(element)
    flight.fly({ x: 0, y: 0 }, { x: 100, y: 40 })
    if (flights[0]) flights[0].progress = 0.9
    flights[0]?.onfinish?.()
    flight.fly({ x: 100, y: 40 }, { x: 0, y: 0 })
    expect(transforms(flights[1])).toEqual(['translate(100px, 40px)', 'translate(0, 0)'])
  })
})
