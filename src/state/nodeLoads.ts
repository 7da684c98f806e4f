/** What the pods of each node request of it, kept up from the rows of frames. */
import { nodeLoadColumn, nodeLoadWords } from '../worker/protocol.ts'

export class NodeLoads {
  readonly #cpu = new Map<number, number>()

  /** Millicores. */
  cpuOf(slot: number): number {
    return this.#cpu.get(slot) ?? 0
  }

  apply(rows: Int32Array): void {
    for (let at = 0; at < rows.length; at += nodeLoadWords)
      this.#cpu.set(rows[at + nodeLoadColumn.slot] as number, rows[at + nodeLoadColumn.cpu] as number)
  }
}
