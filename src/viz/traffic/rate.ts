/** The slider of a rate: its positions are powers of ten, from one request a second to ten thousand. */
export const lowestPosition = 0
export const highestPosition = 4
export const positionStride = 0.05

export function rateAt(position: number): number {
  return Number((10 ** clamp(position)).toPrecision(2))
}

export function positionOfRate(rate: number): number {
  return rate <= 0 ? lowestPosition : clamp(Math.log10(rate))
}

function clamp(position: number): number {
  return Math.min(Math.max(position, lowestPosition), highestPosition)
}
