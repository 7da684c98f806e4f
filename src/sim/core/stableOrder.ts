/**
 * The order that sorts whole numbers, equal ones staying as they are: a radix sort by digits of eleven bits, which looks at
 * every number a few times and compares none (D. Knuth, The Art of Computer Programming 3, 5.2.5).
 */

const digitBits = 11
const digits = 1 << digitBits
const ends = new Int32Array(digits)

/** Indices of the first `size` keys, which are not below 0, in the order of their keys; good until `buffers` are used again. */
export function stableOrder(keys: Int32Array, size: number, buffers: OrderBuffers): Int32Array {
  let [order, other] = [buffers.one, buffers.other]
  let largest = 0
  for (let i = 0; i < size; i++) {
    order[i] = i
    largest = Math.max(largest, keys[i] as number)
  }
  for (let shift = 0; shift < 31 && largest >> shift > 0; shift += digitBits) {
    sortByDigit(keys, order, other, size, shift)
    ;[order, other] = [other, order]
  }
  return order
}

/** Where orders are worked out. */
export interface OrderBuffers {
  readonly one: Int32Array
  readonly other: Int32Array
}

export function newOrderBuffers(most: number): OrderBuffers {
  return { one: new Int32Array(most), other: new Int32Array(most) }
}

function sortByDigit(keys: Int32Array, from: Int32Array, to: Int32Array, size: number, shift: number): void {
  ends.fill(0)
  for (let i = 0; i < size; i++) {
    const digit = ((keys[i] as number) >>> shift) & (digits - 1)
    ends[digit] = (ends[digit] as number) + 1
  }
  for (let digit = 1; digit < digits; digit++)
    ends[digit] = (ends[digit] as number) + (ends[digit - 1] as number)
  for (let i = size - 1; i >= 0; i--) {
    const one = from[i] as number
    const digit = ((keys[one] as number) >>> shift) & (digits - 1)
    const at = (ends[digit] as number) - 1
    ends[digit] = at
    to[at] = one
  }
}
