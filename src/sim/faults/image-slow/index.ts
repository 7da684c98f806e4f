/** Pulls of an image take ten times as long. */
import type { Fault } from '../fault.ts'

const fault: Fault = {
  begin({ substrate, state }, image, _, { lasts = Number.POSITIVE_INFINITY }) {
    substrate.images.describe(image, { slowUntil: state.tick + lasts })
  },
  end: ({ substrate }, image) => substrate.images.describe(image, { slowUntil: 0 }),
}
export default fault
