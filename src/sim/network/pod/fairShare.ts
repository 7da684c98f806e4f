/**
 * How a machine's cores are divided when its processes want more than there is: in proportion to their CPU requests, as
 * cgroup weights do, and what one does not want goes to the others (max-min fairness by water-filling).
 */

export interface Claim {
  /** cpu.weight: in proportion to the request; a process without one has that of 2 millicores. */
  readonly weight: number
  /** Cores it could use, in thousandths. */
  readonly wants: number
}

/** Thousandths of a core for each claim, in its order; together no more than `millis`. */
export function fairShares(claims: readonly Claim[], millis: number): number[] {
  const shares = claims.map(() => 0)
  let open = claims.map((_, i) => i)
  let left = millis
  while (open.length > 0) {
    const weight = open.reduce((sum, i) => sum + (claims[i] as Claim).weight, 0)
    const each = left / weight
    const content = open.filter((i) => (claims[i] as Claim).wants <= (claims[i] as Claim).weight * each)
    if (content.length === 0) {
      for (const i of open) shares[i] = (claims[i] as Claim).weight * each
      return shares
    }
    for (const i of content) {
      shares[i] = (claims[i] as Claim).wants
      left -= (claims[i] as Claim).wants
    }
    open = open.filter((i) => !content.includes(i))
  }
  return shares
}
