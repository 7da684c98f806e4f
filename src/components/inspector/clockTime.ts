/** A tick as the world's clock shows it, "00:04:10.3"; hours only once there are any: "04:10.3". */

const ticksPerSecond = 10

export function clockTime(tick: number): string {
  const seconds = Math.floor(tick / ticksPerSecond)
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60]
  if (seconds >= 3600) parts.unshift(Math.floor(seconds / 3600))
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')}.${tick % ticksPerSecond}`
}
