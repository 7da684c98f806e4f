/**
 * Exponential variates from 32 uniform bits, the same on every machine: −ln(u) by the leading zeros of u, which count
 * whole halvings, and a table for the rest. Poisson arrivals are as far apart as these (inverse transform; L. Devroye,
 * Non-Uniform Random Variate Generation, 1986, II.2).
 */

const cells = 1024
const ln2 = 0.6931471805599453

/** ln(1 + i / cells), and one beyond the end. */
const table = logarithms()

/** Mean 1. `bits`: a draw; of its 2^32 values 0 counts as 1. At most 22.2; the table is off by less than 2e-7. */
export function exponential(bits: number): number {
  const u = bits === 0 ? 1 : bits >>> 0
  const zeros = Math.clz32(u)
  // The first one bit moves to the top: u = 2^(31 - zeros) · (1 + fraction).
  const fraction = ((u << zeros) >>> 0) / 2_147_483_648 - 1
  const at = fraction * cells
  const cell = Math.floor(at)
  const below = table[cell] as number
  const log = below + ((table[cell + 1] as number) - below) * (at - cell)
  return (zeros + 1) * ln2 - log
}

/** ln(f) = 2·artanh((f − 1)/(f + 1)); for f up to 2 the argument is at most 1/3 and its powers fade quickly. */
function logarithms(): Float64Array {
  const logs = new Float64Array(cells + 2)
  for (let i = 0; i < logs.length; i++) {
    const f = 1 + i / cells
    const y = (f - 1) / (f + 1)
    let power = y
    let sum = 0
    for (let exponent = 1; exponent < 60; exponent += 2) {
      sum += power / exponent
      power *= y * y
    }
    logs[i] = 2 * sum
  }
  return logs
}
