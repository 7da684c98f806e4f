import type { Ground } from './messages.ts'
import type { Canvas } from './Studio.ts'

/** A canvas that is given its size is empty afterwards: only when it has another. */
export function resize(canvas: Canvas, { width, height, ratio }: Ground): void {
  const [wide, high] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))]
  if (canvas.width !== wide) canvas.width = wide
  if (canvas.height !== high) canvas.height = high
}
