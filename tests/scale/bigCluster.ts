/** A cluster that is large for a test, in three zones, with clients that may do as much as a planet's. */
import { Pods } from '../../src/sim/api/kinds/pod/index.ts'
import { isPodReady } from '../../src/sim/api/podReadiness.ts'
import type { Pod } from '../../src/sim/api/types/index.ts'
import type { Simulation } from '../../src/sim/world/simulation.ts'
import { Typist } from '../support/lines.ts'

const shape = '--cpu 16 --memory 64Gi --zones zone-a,zone-b,zone-c'

/** Node n stands in the n-th zone, counted round and round from zone-a. */
export class BigCluster extends Typist {
  constructor(nodes: number) {
    super(`sim cluster --nodes ${nodes} ${shape}`, { seed: 1, keyframes: 'off' })
    this.type('sim limit controller-manager --qps 2000 --burst 2000')
    this.type('sim limit scheduler --qps 4000 --burst 4000')
  }

  get world(): Simulation {
    return this.sitting.world
  }

  /** Seconds since the world began. */
  get now(): number {
    return this.world.tick / 10
  }

  /** A Deployment whose pods all run. */
  deploy(name: string, replicas: number): void {
    this.type(`kubectl create deployment ${name} --image=${name}:1 --replicas=${replicas}`)
    this.until(() => this.podsOf(name).filter(isPodReady).length === replicas)
    this.wait('5s')
  }

  podsOf(app: string): readonly Pod[] {
    return this.world.engine.server.byIndex(Pods, 'label', `default/app=${app}`)
  }

  /** Until something is true, within ten minutes. */
  until(isSo: () => boolean, each: () => void = () => {}): void {
    const latest = this.world.tick + 6000
    while (!isSo()) {
      if (this.world.tick > latest) throw new Error('ten minutes later it is still not so')
      this.sitting.advance()
      each()
    }
  }

  /** Lets seconds pass. `each` is called after every tick in which something may have happened. */
  pass(seconds: number, each: () => void = () => {}): void {
    const end = this.world.tick + seconds * 10
    while (this.world.tick < end) {
      this.sitting.advance(end)
      each()
    }
  }

  /** A line to its end, with `each` after every tick. */
  typeWatched(line: string, each: () => void): void {
    const execution = this.sitting.execute(line)
    while (execution.exit === undefined) {
      this.sitting.advance()
      each()
    }
    if (execution.exit !== 0) throw new Error(`${line}: ${execution.stderr}`)
  }

  /**
   * How often something was visited or reconciled for each write that `deed` led to: a constant, however large the cluster
   * is. What does a pass over everything for every change would make it grow.
   */
  visitsAWrite(deed: () => void): number {
    const visits = () => {
      const { changesDelivered, timersFired } = this.world.counters
      const turns = this.world.components.all.reduce((sum, { face }) => sum + (face?.turns ?? 0), 0)
      return changesDelivered + timersFired + turns
    }
    const before = { visits: visits(), head: this.world.engine.state.ledger.head }
    deed()
    return (visits() - before.visits) / (this.world.engine.state.ledger.head - before.head)
  }
}
