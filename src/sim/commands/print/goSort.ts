/**
 * Go's sort.Sort, which kubectl uses where equal elements are common: it isn't stable, so to print equal elements in
 * kubectl's order one must take its steps. Pattern-defeating quicksort as of Go 1.19 and later (sort/zsortfunc.go).
 */
type Less<T> = (left: T, right: T) => boolean

const insertionLimit = 12
const nintherLimit = 50
const maxSwaps = 12
const mostInsertions = 5

type Hint = 'unknown' | 'increasing' | 'decreasing'

/** In place. */
export function goSort<T>(items: T[], less: Less<T>): void {
  new GoSort(items, less).sortFurther(Number.POSITIVE_INFINITY)
}

/** A stretch that is to be sorted. */
interface Range {
  from: number
  to: number
  /** So many pivots may still turn out badly. */
  limit: number
  wasBalanced: boolean
  wasPartitioned: boolean
  /** What is done with it: a pivot is chosen, what is nearly sorted is tried to be put right, or it is parted at the pivot. */
  phase: 'choose' | 'insert' | 'part' | 'part-equal'
  pivot: number
  /** How often something was put right. */
  steps: number
  /** Between these it is still to be parted, or from `i` on to be looked at. */
  i: number
  j: number
  hasMoved: boolean
}

/** The steps of one sort, in place, some at a time. */
export class GoSort<T> {
  readonly #items: T[]
  readonly #less: Less<T>
  /** The one to go on with comes last. */
  readonly #ranges: Range[]
  /** Comparisons that may still be made now. */
  #left = 0
  #random = 0n

  constructor(items: T[], less: Less<T>) {
    this.#items = items
    this.#less = less
    this.#ranges = [newRange(0, items.length, bitLength(items.length))]
  }

  /** Makes about so many comparisons, at least four. True: all is in order. */
  sortFurther(comparisons: number): boolean {
    this.#left = comparisons
    for (
      let range = this.#ranges.at(-1);
      range !== undefined && this.#left > 0;
      range = this.#ranges.at(-1)
    ) {
      if (range.phase === 'choose') this.#choose(range)
      else if (range.phase === 'insert') this.#insertSome(range)
      else this.#partSome(range)
    }
    return this.#ranges.length === 0
  }

  #isLess(i: number, j: number): boolean {
    this.#left -= 1
    return this.#less(this.#items[i] as T, this.#items[j] as T)
  }

  #swap(i: number, j: number): void {
    const kept = this.#items[i] as T
    this.#items[i] = this.#items[j] as T
    this.#items[j] = kept
  }

  #choose(range: Range): void {
    const { from, to } = range
    if (to - from <= insertionLimit || range.limit === 0) {
      if (to - from <= insertionLimit) this.#insertion(from, to)
      else this.#heap(from, to)
      this.#ranges.pop()
      return
    }
    if (!range.wasBalanced) {
      this.#breakPatterns(from, to)
      range.limit -= 1
    }
    let { pivot, hint } = this.#choosePivot(from, to)
    if (hint === 'decreasing') {
      this.#reverse(from, to)
      pivot = to - 1 - (pivot - from)
      hint = 'increasing'
    }
    range.pivot = pivot
    if (!(range.wasBalanced && range.wasPartitioned && hint === 'increasing'))
      return this.#beginParting(range)
    range.phase = 'insert'
    range.steps = 0
    range.i = from + 1
  }

  /** Sorts what is nearly sorted, or gives up. */
  #insertSome(range: Range): void {
    const { from, to } = range
    for (; range.steps < mostInsertions; range.steps++) {
      while (range.i < to && this.#left > 0 && !this.#isLess(range.i, range.i - 1)) range.i += 1
      if (range.i === to) {
        this.#ranges.pop()
        return
      }
      if (this.#left <= 0) return
      if (to - from < nintherLimit) break
      this.#insert(from, range.i, to)
    }
    this.#beginParting(range)
  }

  /** What stands at `i` is less than what is before it. */
  #insert(from: number, i: number, to: number): void {
    this.#swap(i, i - 1)
    if (i - from >= 2) for (let j = i - 1; j >= 1 && this.#isLess(j, j - 1); j--) this.#swap(j, j - 1)
    if (to - i >= 2) for (let j = i + 1; j < to && this.#isLess(j, j - 1); j++) this.#swap(j, j - 1)
  }

  /** Where the pivot equals what is left of the range, nothing is less: those that are equal are parted from the greater ones. */
  #beginParting(range: Range): void {
    const { from, to, pivot } = range
    range.phase = from > 0 && !this.#isLess(from - 1, pivot) ? 'part-equal' : 'part'
    this.#swap(from, pivot)
    range.i = from + 1
    range.j = to - 1
    range.hasMoved = false
  }

  #partSome(range: Range): void {
    let { i, j } = range
    for (;;) {
      while (i <= j && this.#left > 0 && this.#belongsLeft(range, i)) i += 1
      while (i <= j && this.#left > 0 && !this.#belongsLeft(range, j)) j -= 1
      if (i > j || this.#left <= 0) break
      this.#swap(i++, j--)
      range.hasMoved = true
    }
    range.i = i
    range.j = j
    if (i <= j) return
    if (range.phase === 'part') this.#split(range, j)
    else range.from = i
    range.phase = 'choose'
  }

  #belongsLeft({ phase, from }: Range, i: number): boolean {
    return phase === 'part' ? this.#isLess(i, from) : !this.#isLess(from, i)
  }

  /** The pivot comes between both sides, and the shorter one is sorted first. */
  #split(range: Range, middle: number): void {
    const { from, to, limit } = range
    this.#swap(middle, from)
    const left = middle - from
    const right = to - middle
    range.wasPartitioned = !range.hasMoved
    range.wasBalanced = Math.min(left, right) >= Math.floor((to - from) / 8)
    if (left < right) range.from = middle + 1
    else range.to = middle
    this.#ranges.push(left < right ? newRange(from, middle, limit) : newRange(middle + 1, to, limit))
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

function newRange(from: number, to: number, limit: number): Range {
  return {
    from,
    to,
    limit,
    wasBalanced: true,
    wasPartitioned: true,
    phase: 'choose',
    pivot: from,
    steps: 0,
    i: from,
    j: to,
    hasMoved: false,
  }
}

function bitLength(value: number): number {
  return 32 - Math.clz32(value)
}
