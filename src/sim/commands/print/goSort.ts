/**
 * Go's sort.Sort, which kubectl uses where equal elements are common: it isn't stable, so to print equal elements in
 * kubectl's order one must take its steps. Pattern-defeating quicksort as of Go 1.19 and later (sort/zsortfunc.go).
 */
type Less<T> = (left: T, right: T) => boolean

const insertionLimit = 12
const nintherLimit = 50
const maxSwaps = 12

type Hint = 'unknown' | 'increasing' | 'decreasing'

/** In place. */
export function goSort<T>(items: T[], less: Less<T>): void {
  new Sorter(items, less).sort()
}

class Sorter<T> {
  readonly #items: T[]
  readonly #less: Less<T>
  #random = 0n

  constructor(items: T[], less: Less<T>) {
    this.#items = items
    this.#less = less
  }

  sort(): void {
    const { length } = this.#items
    this.#quick(0, length, bitLength(length))
  }

  #isLess(i: number, j: number): boolean {
    return this.#less(this.#items[i] as T, this.#items[j] as T)
  }

  #swap(i: number, j: number): void {
    const kept = this.#items[i] as T
    this.#items[i] = this.#items[j] as T
    this.#items[j] = kept
  }

  #quick(from: number, to: number, badChoicesLeft: number): void {
    let a = from
    let b = to
    let limit = badChoicesLeft
    let wasBalanced = true
    let wasPartitioned = true
    for (;;) {
      const length = b - a
      if (length <= insertionLimit || limit === 0) {
        if (length <= insertionLimit) this.#insertion(a, b)
        else this.#heap(a, b)
        return
      }
      if (!wasBalanced) {
        this.#breakPatterns(a, b)
        limit -= 1
      }
      let { pivot, hint } = this.#choosePivot(a, b)
      if (hint === 'decreasing') {
        this.#reverse(a, b)
        pivot = b - 1 - (pivot - a)
        hint = 'increasing'
      }
      if (wasBalanced && wasPartitioned && hint === 'increasing' && this.#partialInsertion(a, b)) return
      if (a > 0 && !this.#isLess(a - 1, pivot)) {
        a = this.#partitionEqual(a, b, pivot)
        continue
      }
      const { middle, alreadyPartitioned } = this.#partition(a, b, pivot)
      wasPartitioned = alreadyPartitioned
      const left = middle - a
      const right = b - middle
      const balance = Math.floor(length / 8)
      wasBalanced = Math.min(left, right) >= balance
      if (left < right) {
        this.#quick(a, middle, limit)
        a = middle + 1
      } else {
        this.#quick(middle + 1, b, limit)
        b = middle
      }
    }
  }

  #insertion(a: number, b: number): void {
    for (let i = a + 1; i < b; i++) for (let j = i; j > a && this.#isLess(j, j - 1); j--) this.#swap(j, j - 1)
  }

  #heap(a: number, b: number): void {
    const length = b - a
    for (let i = Math.floor((length - 1) / 2); i >= 0; i--) this.#siftDown(i, length, a)
    for (let i = length - 1; i >= 0; i--) {
      this.#swap(a, a + i)
      this.#siftDown(0, i, a)
    }
  }

  #siftDown(from: number, length: number, first: number): void {
    let root = from
    for (;;) {
      let child = 2 * root + 1
      if (child >= length) return
      if (child + 1 < length && this.#isLess(first + child, first + child + 1)) child += 1
      if (!this.#isLess(first + root, first + child)) return
      this.#swap(first + root, first + child)
      root = child
    }
  }

  /** Smaller ones to the left of the pivot, which ends up at `middle`. */
  #partition(a: number, b: number, pivot: number): { middle: number; alreadyPartitioned: boolean } {
    this.#swap(a, pivot)
    let i = a + 1
    let j = b - 1
    while (i <= j && this.#isLess(i, a)) i += 1
    while (i <= j && !this.#isLess(j, a)) j -= 1
    if (i > j) {
      this.#swap(j, a)
      return { middle: j, alreadyPartitioned: true }
    }
    this.#swap(i++, j--)
    for (;;) {
      while (i <= j && this.#isLess(i, a)) i += 1
      while (i <= j && !this.#isLess(j, a)) j -= 1
      if (i > j) break
      this.#swap(i++, j--)
    }
    this.#swap(j, a)
    return { middle: j, alreadyPartitioned: false }
  }

  /** Elements equal to the pivot to the left, greater ones to the right; there are no smaller ones. */
  #partitionEqual(a: number, b: number, pivot: number): number {
    this.#swap(a, pivot)
    let i = a + 1
    let j = b - 1
    for (;;) {
      while (i <= j && !this.#isLess(a, i)) i += 1
      while (i <= j && this.#isLess(a, j)) j -= 1
      if (i > j) return i
      this.#swap(i++, j--)
    }
  }

  /** Sorts what is nearly sorted; false when it gave up. */
  #partialInsertion(a: number, b: number): boolean {
    let i = a + 1
    for (let step = 0; step < 5; step++) {
      while (i < b && !this.#isLess(i, i - 1)) i += 1
      if (i === b) return true
      if (b - a < nintherLimit) return false
      this.#swap(i, i - 1)
      if (i - a >= 2) for (let j = i - 1; j >= 1 && this.#isLess(j, j - 1); j--) this.#swap(j, j - 1)
      if (b - i >= 2) for (let j = i + 1; j < b && this.#isLess(j, j - 1); j++) this.#swap(j, j - 1)
    }
    return false
  }

  #breakPatterns(a: number, b: number): void {
    const length = b - a
    if (length < 8) return
    this.#random = BigInt(length)
    const modulus = 1 << bitLength(length)
    const index = a + Math.floor(length / 4) * 2 - 1
    for (let i = 0; i < 3; i++) {
      let other = this.#nextRandom() % modulus
      if (other >= length) other -= length
      this.#swap(index - 1 + i, a + other)
    }
  }

  /** xorshift64; only the low bits are used, yet all 64 must be kept. */
  #nextRandom(): number {
    let random = this.#random
    random = BigInt.asUintN(64, random ^ (random << 13n))
    random ^= random >> 7n
    random = BigInt.asUintN(64, random ^ (random << 17n))
    this.#random = random
    return Number(random & 0x7fff_ffffn)
  }

  #choosePivot(a: number, b: number): { pivot: number; hint: Hint } {
    const length = b - a
    const counter = { swaps: 0 }
    const quarter = Math.floor(length / 4)
    let i = a + quarter
    let j = a + quarter * 2
    let k = a + quarter * 3
    if (length >= 8) {
      if (length >= nintherLimit) {
        i = this.#median(i - 1, i, i + 1, counter)
        j = this.#median(j - 1, j, j + 1, counter)
        k = this.#median(k - 1, k, k + 1, counter)
      }
      j = this.#median(i, j, k, counter)
    }
    const hint = counter.swaps === 0 ? 'increasing' : counter.swaps === maxSwaps ? 'decreasing' : 'unknown'
    return { pivot: j, hint }
  }

  #median(first: number, second: number, third: number, counter: { swaps: number }): number {
    let [a, b, c] = [first, second, third]
    if (this.#isLess(b, a)) {
      counter.swaps += 1
      ;[a, b] = [b, a]
    }
    if (this.#isLess(c, b)) {
      counter.swaps += 1
      ;[b, c] = [c, b]
    }
    if (this.#isLess(b, a)) {
      counter.swaps += 1
      ;[a, b] = [b, a]
    }
    return b
  }

  #reverse(a: number, b: number): void {
    for (let i = a, j = b - 1; i < j; i++, j--) this.#swap(i, j)
  }
}

function bitLength(value: number): number {
  return 32 - Math.clz32(value)
}
