/** An image can't be pulled. */
import type { Fault } from '../fault.ts'

const fault: Fault = {
  begin({ substrate, state }, image, _, { lasts = Number.POSITIVE_INFINITY }) {
    substrate.images.describe(image, { brokenUntil: state.tick + lasts })
  },
  end: ({ substrate }, image) => substrate.images.describe(image, { brokenUntil: 0 }),
}
export default fault
