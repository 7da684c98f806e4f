/** What becomes of every attempt is written down here once, and its client goes on from there. */
import type { Pod } from '../api/types/index.ts'
import type { Engine } from '../client/engine.ts'
import { drawNth } from '../core/draw.ts'
import { Book } from './book.ts'
import { noLoad } from './journal.ts'
import type { LoadRun } from './load/loadRun.ts'
import { causeIndex, served } from './outcome.ts'
import type { PodServer, Sink } from './pod/podServer.ts'
import type { RequestTable } from './requestTable.ts'

export class Accounts implements Sink {
  readonly book = new Book()
  readonly #engine: Engine
  readonly #table: RequestTable
  readonly #runs: () => readonly LoadRun[]

  constructor(engine: Engine, table: RequestTable, runs: () => readonly LoadRun[]) {
    this.#engine = engine
    this.#table = table
    this.#runs = runs
  }

  /** A request has left its process. Answers whether it counts as served: an application may answer with an error. */
  ended(row: number, process: PodServer, at: number, outcome: number): number {
    const run = this.#runs()[this.#table.load(row)] as LoadRun
    const told = outcome === served && this.#isError(run, row, process) ? causeIndex.error : outcome
    if (process.countedFor !== run.service) this.#open(process.pod, run.service, at)
    process.countedFor = run.service
    this.#end(run, row, run.service, process.pod, at, told)
    return told
  }

  /** A request has not got into a process. `pod`: where it was to go, or 0. */
  failed(run: LoadRun, row: number, service: number, pod: number, at: number, cause: number): void {
    if (pod !== 0) this.#open(pod, service, at)
    this.#end(run, row, service, pod, at, cause)
  }

  /** Clients whose packets went nowhere and who wait no longer. */
  giveUpLost(run: LoadRun, until: number): void {
    const { lost } = run
    const table = this.#table
    for (let left = lost.size; left > 0; left--) {
      const row = lost.shift()
      const deadline = table.deadline(row)
      if (deadline > until) {
        lost.push(row)
        continue
      }
      const pod = table.load(row)
      table.setLoad(row, run.number)
      this.failed(run, row, run.service, pod, deadline, table.demand(row))
    }
  }

  /** An attempt is over. What its client makes of it: another one, or the end of the request. */
  #end(run: LoadRun, row: number, service: number, pod: number, at: number, outcome: number): void {
    const { book } = this
    const { tick } = this.#engine.state
    const time = at - this.#table.sent(row)
    const isOver = outcome === served || !run.tryAgain(at, row)
    const load = isOver ? run.number : noLoad
    book.write(load, service, pod, at, outcome, time, at - this.#table.began(row))
    if (book.wantsSample(tick)) {
      const revision = book.revisionOf(pod) ?? ''
      book.sample({ load: run.load.id, service, pod, revision, tick, outcome, millis: time / 1000 })
    }
    if (isOver) run.over(at, row)
    this.#table.close(row)
  }

  #isError(run: LoadRun, row: number, { behaviour }: PodServer): boolean {
    const every = behaviour.errorEvery
    return every > 0 && drawNth(run.luck.error, this.#table.luck(row)) < 4_294_967_296 / every
  }

  /** The pod's revision is known for as long as anybody calls on it, also when it is gone. */
  #open(pod: number, service: number, at: number): void {
    this.book.open(pod, this.book.revisionOf(pod) ?? this.#learn(pod), service, at)
  }

  /** The revision of a pod that is there; of one that is not, nobody knows it any more. */
  #learn(pod: number): string {
    const object = this.#engine.state.registry.value(pod) as Pod | undefined
    const revision = object?.metadata.labels?.['pod-template-hash'] ?? ''
    if (object !== undefined) this.book.remember(pod, revision)
    return revision
  }
}
