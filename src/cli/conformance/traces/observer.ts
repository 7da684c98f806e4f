/** Watches a world as the recorder watched the real one: every write of a compared kind, and every event. */
import { kinds } from '../../../sim/api/kinds/index.ts'
import type { ApiObject, Event } from '../../../sim/api/types/index.ts'
import { ticksPerSecond } from '../../../sim/core/clock.ts'
import type { Simulation } from '../../../sim/world/simulation.ts'
import { comparedKinds, fieldsOf } from './fields.ts'
import { Names } from './names.ts'
import type { Sighting, Utterance } from './recording.ts'

export class Observer {
  readonly names = new Names()
  readonly timeline: Sighting[] = []
  readonly events: Utterance[] = []
  /** The tick at which the recording starts. */
  start = 0
  #seen = 0

  /** Listens to the events of a world from now on. */
  listen(world: Simulation): void {
    world.engine.server.eventStore.onWrite = (_, event) => this.#hear(world, event())
  }

  /** Takes down what has been written since the last look; all of it happened at the present tick. */
  look(world: Simulation): void {
    const { registry } = world.engine.state
    const t = this.#seconds(world)
    for (let revision = this.#seen + 1; revision <= registry.head; revision++) {
      const write = registry.writeAt(revision)
      const kind = write && kinds[write.shelf]?.kind
      if (write === undefined || kind === undefined || !comparedKinds.has(kind)) continue
      const object = (write.after ?? write.before) as ApiObject
      if (kind === 'EndpointSlice' && object.metadata.namespace === 'default') continue
      const name = this.names.meet(object)
      const type = write.after === undefined ? 'DELETED' : write.before === undefined ? 'ADDED' : 'MODIFIED'
      const fields = write.after === undefined ? {} : fieldsOf(object, this.names)
      this.timeline.push({ t, kind, name, type, fields })
    }
    this.#seen = registry.head
  }

  #hear(world: Simulation, event: Event): void {
    this.look(world)
    const { involvedObject, reason = '', message = '', type = '', count, reportingComponent } = event
    this.events.push({
      t: this.#seconds(world),
      reason,
      kind: involvedObject.kind ?? '',
      name: this.names.normal(involvedObject.name ?? ''),
      message: this.names.normalised(message),
      type,
      ...(count === undefined ? {} : { count }),
      source: reportingComponent ?? '',
    })
  }

  #seconds(world: Simulation): number {
    return (world.tick - this.start) / ticksPerSecond
  }
}
