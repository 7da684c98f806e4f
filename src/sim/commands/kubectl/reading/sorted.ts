/** `--sort-by`: keys are taken as objects are read, and the sort takes its steps some at a time. */
import { NoSuchField, SortBy } from '../../print/sortBy.ts'
import type { Found } from '../resources/select.ts'
import type { Pieces } from './pieces.ts'

/** Some milliseconds of work. */
const comparisons = 10_000
const objects = 2000

export class Sorted implements Pieces<Found> {
  readonly #source: Pieces<Found>
  readonly #sort: SortBy<Found>
  readonly #isTable: boolean
  #all: readonly Found[] | undefined
  #at = 0

  /** `isTable`: a field that no object has leaves a table empty; it is an error for the other formats. */
  constructor(source: Pieces<Found>, field: string, isTable: boolean) {
    this.#source = source
    this.#sort = new SortBy(field, ({ object }) => object)
    this.#isTable = isTable
  }

  get isOver(): boolean {
    return this.#all !== undefined && this.#at >= this.#all.length
  }

  next(): readonly Found[] {
    if (this.#all !== undefined) {
      this.#at += objects
      return this.#all.slice(this.#at - objects, this.#at)
    }
    if (this.#source.isOver) this.#all = this.#sortFurther()
    else this.#sort.add(this.#source.next())
    return []
  }

  #sortFurther(): readonly Found[] | undefined {
    try {
      return this.#sort.sortFurther(comparisons) ? this.#sort.sorted() : undefined
    } catch (error) {
      if (this.#isTable && error instanceof NoSuchField) return []
      throw error
    }
  }
}
