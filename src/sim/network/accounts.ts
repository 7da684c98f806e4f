/** What becomes of every attempt is written down here once, and its client goes on from there. */
import type { Pod } from '../api/types/index.ts'
import type { Engine } from '../client/engine.ts'
import { drawNth } from '../core/draw.ts'
import { Book } from './book.ts'
import type { LoadRun } from './load/loadRun.ts'
import { causeIndex, served } from './outcome.ts'
import type { Sink } from './pod/podServer.ts'
import { luckOf, type Request } from './request.ts'
import { count } from './tally.ts'

export class Accounts implements Sink {
  readonly book = new Book()
  readonly #engine: Engine
  readonly #runs: () => readonly LoadRun[]

  constructor(engine: Engine, runs: () => readonly LoadRun[]) {
    this.#engine = engine
    this.#runs = runs
  }

  /** A request has left its process. Answers whether it counts as served: an application may answer with an error. */
  ended(request: Request, pod: number, at: number, outcome: number): number {
    const run = this.#runs()[request.load] as LoadRun
    const told = outcome === served && this.#isError(run, request, pod) ? causeIndex.error : outcome
    this.close(run, request, run.service, pod, at, told)
    return told
  }

  /** Clients whose packets went nowhere and who wait no longer. */
  giveUpLost(run: LoadRun, until: number): void {
    const { lost } = run
    for (let left = lost.size; left > 0; left--) {
      const deadline = lost.deadline(0)
      if (deadline > until) {
        lost.passTo(lost)
        continue
      }
      const cause = lost.demand(0)
      const request = lost.take()
      this.close(run, { ...request, load: run.number }, run.service, request.load, deadline, cause)
    }
  }

  /** An attempt is over. What its client makes of it: another one, or the end of the request. */
  close(run: LoadRun, request: Request, service: number, pod: number, at: number, outcome: number): void {
    const { tick } = this.#engine.state
    const time = at - request.sent
    const revision = this.#revisionOf(pod)
    this.book.count(service, revision, pod, at, outcome, time)
    if (this.book.wantsSample(tick))
      this.book.sample({ load: run.load.id, service, pod, revision, tick, outcome, millis: time / 1000 })
    if (outcome !== served && run.tryAgain(at, request)) return
    count(run.tally, at, outcome, at - request.began)
    run.over(at, request)
  }

  #isError(run: LoadRun, request: Request, pod: number): boolean {
    const { servers, images } = this.#engine.substrate
    const image = servers.of(pod)?.image
    const every = image === undefined ? 0 : images.behaviour(image).errorEvery
    return every > 0 && drawNth(run.luck.error, luckOf(request)) < 4_294_967_296 / every
  }

  /** Of a pod that is gone as long as anybody still calls on it. */
  #revisionOf(pod: number): string {
    if (pod === 0) return ''
    const known = this.book.revisionOf(pod)
    if (known !== undefined) return known
    const object = this.#engine.state.registry.value(pod) as Pod | undefined
    const revision = object?.metadata.labels?.['pod-template-hash'] ?? ''
    if (object !== undefined) this.book.remember(pod, revision)
    return revision
  }
}
