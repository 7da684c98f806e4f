/** Where the next machines of a pool stand: always in the zone that has the fewest, the first named one on a tie. */
export function balancedZones(
  zones: readonly string[],
  occupied: readonly string[],
  count: number,
): readonly string[] {
  if (zones.length === 0) return Array.from({ length: count }, () => '')
  const machines = zones.map((zone) => occupied.filter((one) => one === zone).length)
  return Array.from({ length: count }, () => {
    const at = machines.indexOf(Math.min(...machines))
    machines[at] = (machines[at] as number) + 1
    return zones[at] as string
  })
}
