/**
 * Natural logarithms of whole numbers, the same on every machine: `Math.log` differs between browsers in its last bits.
 *
 * Each logarithm follows from the one before: ln(n + 1) = ln(n) + 2·artanh(1 / (2n + 1)), where artanh(x) is
 * x + x³/3 + x⁵/5 + …. The sum is kept in whole numbers scaled by 2¹²⁸, so the error of all steps together stays far
 * below the last bit of a double, and turning it into a double is the only rounding.
 */

/** The largest argument that the simulator asks for: ln(domains + 2), with at most 10,000 nodes. */
export const largestLnArgument = 10_002

const fixedPointBits = 128n
const one = 1n << fixedPointBits
/** 2¹²⁸, which a double holds exactly. */
const scale = Number(one)

const table = new Float64Array(largestLnArgument + 1)
let known = 1
let lastSum = 0n

/** ln(n) for a whole n from 1 to `largestLnArgument`, rounded to the nearest double. */
export function naturalLog(n: number): number {
  if (n < 1 || n > largestLnArgument) throw new RangeError(`no logarithm of ${n} in the table`)
  while (known < n) {
    lastSum += 2n * artanhOfInverse(BigInt(2 * known + 1))
    known++
    table[known] = Number(lastSum) / scale
  }
  return table[n] as number
}

/** artanh(1 / divisor), scaled. */
function artanhOfInverse(divisor: bigint): bigint {
  const square = divisor * divisor
  let power = one / divisor
  let sum = 0n
  for (let exponent = 1n; power > 0n; exponent += 2n) {
    sum += power / exponent
    power /= square
  }
  return sum
}
