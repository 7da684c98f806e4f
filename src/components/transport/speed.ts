/** The speed slider: its positions are powers of ten, from a tenth to a thousand simulated seconds a second. */

export const lowest = -1
export const highest = 3
export const stride = 0.05

/** Real time is worth hitting: what comes this near to it is it. */
const snap = 1.2 * stride

export function speedAt(position: number): number {
  if (Math.abs(position) < snap) return 1
  return roundly(10 ** Math.min(Math.max(position, lowest), highest))
}

export function positionOf(speed: number): number {
  return Math.min(Math.max(Math.log10(speed), lowest), highest)
}

/** From real time a key's small step would be snapped back: it goes on to the next position instead. */
export function positionAfter(from: number, to: number): number {
  return from === 0 && Math.abs(to) < snap ? Math.sign(to) * 2 * stride : to
}

/** "0.25×", "1×", "40×" */
export function speedText(speed: number): string {
  return `${Number(speed.toPrecision(3))}×`
}

/** Two figures are as many as anybody reads off a slider. */
function roundly(speed: number): number {
  return Number(speed.toPrecision(2))
}
