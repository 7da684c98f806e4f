/** The loops as they were told last: which there are and which sleep as cards, what they do as rows. */
import { type LoopCard, loopColumn, loopWords } from './format.ts'

export interface LoopChanges {
  readonly loops?: readonly LoopCard[]
  readonly loopRows: Int32Array<ArrayBuffer>
}

const noRows = new Int32Array()

export class ShownLoops {
  #shown: readonly LoopCard[] = []

  /** `isWatched`: whether somebody looks at what they do. */
  take(loops: readonly LoopCard[], isWatched: boolean): LoopChanges {
    if (!isSameCast(loops, this.#shown)) {
      this.#shown = loops
      return { loops, loopRows: noRows }
    }
    return { loopRows: isWatched ? this.#rows(loops) : noRows }
  }

  clear(): void {
    this.#shown = []
  }

  #rows(loops: readonly LoopCard[]): Int32Array<ArrayBuffer> {
    const rows: number[] = []
    loops.forEach(({ queue, turns }, loop) => {
      const shown = this.#shown[loop]
      if (shown?.queue === queue && shown.turns === turns) return
      const row = new Array<number>(loopWords)
      row[loopColumn.loop] = loop
      row[loopColumn.queue] = queue
      row[loopColumn.turns] = turns
      rows.push(...row)
    })
    this.#shown = loops
    return rows.length === 0 ? noRows : Int32Array.from(rows)
  }
}

function isSameCast(some: readonly LoopCard[], others: readonly LoopCard[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ name, asleep }, i) => name === others[i]?.name && asleep === others[i]?.asleep)
  )
}
