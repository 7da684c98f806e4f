/** The session a recorded line runs in: its row in the ledger exists once it writes, and not if it wrote nothing. */
import type { Session, TrafficFigures } from '../sim/commands/execution.ts'
import { type Cause, causedBy, noCause } from '../sim/core/ledger.ts'
import type { Simulation } from '../sim/world/simulation.ts'
import { allTraffic } from '../sim/world/traffic.ts'

export interface Host {
  readonly readsInPieces?: boolean
  readFile(path: string): string | undefined
  evaluate(expression: string): boolean | string
}

export class RecordedSession implements Session {
  readonly stdin: string | undefined
  readonly readsInPieces: boolean
  readonly readFile: Session['readFile']
  readonly evaluate: Session['evaluate']
  readonly #world: Simulation
  readonly #line: string
  readonly #changes: boolean
  #row = 0

  constructor(world: Simulation, line: string, stdin: string | undefined, changes: boolean, host: Host) {
    this.#world = world
    this.#line = line
    this.stdin = stdin
    this.#changes = changes
    this.readsInPieces = host.readsInPieces ?? false
    this.readFile = host.readFile
    this.evaluate = host.evaluate
    if (changes && line.trimStart().startsWith('sim')) this.#openRow()
  }

  get engine(): Session['engine'] {
    return this.#world.engine
  }

  get cause(): Cause {
    if (!this.#changes) return noCause
    if (this.#row === 0) this.#openRow()
    return causedBy(this.#row)
  }

  /** Whether the line has a row in the ledger (so far). */
  get isRecorded(): boolean {
    return this.#row !== 0
  }

  get changedSomething(): boolean {
    return this.#row !== 0
  }

  why(kind: string, namespace: string, name: string): readonly string[] | undefined {
    return this.#world.why(kind, namespace, name)
  }

  traffic(): readonly TrafficFigures[] {
    return allTraffic(this.#world)
  }

  /** The line is over at once: a row under which nothing was written is taken back. */
  close(exit: number): void {
    const { ledger } = this.#world.engine.state
    const wroteNothing = this.#row !== 0 && ledger.head === this.#row
    const isSim = this.#line.trimStart().startsWith('sim')
    if (wroteNothing && (!isSim || exit !== 0)) {
      ledger.truncate(this.#row - 1)
      this.#row = 0
    }
  }

  #openRow(): void {
    const { ledger, tick } = this.#world.engine.state
    this.#row = ledger.appendLine(tick, 'command', 'user', this.#line, noCause)
  }
}
