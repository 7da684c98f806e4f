/** A trace: one JSON object a line for every API write, event, command and fault, in order. */

import type { Kind } from '../sim/api/kind.ts'
import { kinds } from '../sim/api/kinds/index.ts'
import type { ApiObject, Event, Lease } from '../sim/api/types/index.ts'
import { ticksPerSecond } from '../sim/core/clock.ts'
import type { Simulation } from '../sim/world/simulation.ts'

export class Trace {
  #seen = 0
  #world: Simulation | undefined
  readonly #events = new Map<number, Event>()

  /** The lines for everything written since the last call. After a step back, what happens again is told again. */
  take(world: Simulation): readonly string[] {
    if (world !== this.#world) this.#follow(world)
    const { registry } = world.engine.state
    this.#seen = Math.min(this.#seen, registry.head)
    const lines: string[] = []
    for (let revision = this.#seen + 1; revision <= registry.head; revision++) {
      const line = this.#line(world, revision)
      if (line !== undefined) lines.push(line)
    }
    this.#seen = registry.head
    this.#events.clear()
    return lines
  }

  #follow(world: Simulation): void {
    this.#world = world
    this.#seen = 0
    world.engine.server.eventStore.onWrite = (revision, event) => this.#events.set(revision, event())
  }

  #line(world: Simulation, revision: number): string | undefined {
    const { ledger, registry } = world.engine.state
    const row = ledger.row(revision)
    const because = row.cause.count === 0 ? [] : [...new Set([row.cause.first, row.cause.last])]
    const head = { t: row.tick / ticksPerSecond, tick: row.tick, rev: revision }
    const tail = { by: row.actor, because }
    const text = ledger.lineOf(revision)
    if (text !== undefined) {
      const names = { kind: 'Command', namespace: '', name: '' }
      return JSON.stringify({ ...head, type: 'ADDED', ...names, ...tail, object: { line: text } })
    }
    if (row.verb === 'event') return this.#eventLine(head, tail, row.previous, this.#events.get(revision))
    const write = registry.writeAt(revision)
    if (write === undefined) return undefined
    const type = write.before === undefined ? 'ADDED' : write.after === undefined ? 'DELETED' : 'MODIFIED'
    const object = presented(world, kinds[write.shelf] as Kind, (write.after ?? write.before) as ApiObject)
    const { namespace = '', name } = object.metadata
    return JSON.stringify({ ...head, type, kind: object.kind, namespace, name, ...tail, object })
  }

  #eventLine(head: object, tail: object, previous: number, event: Event | undefined): string | undefined {
    if (event === undefined) return undefined
    const { namespace, name } = event.metadata
    const type = previous === 0 ? 'ADDED' : 'MODIFIED'
    return JSON.stringify({ ...head, type, kind: 'Event', namespace, name, ...tail, object: event })
  }
}

function presented(world: Simulation, kind: Kind, object: ApiObject): ApiObject {
  if (object.kind === 'Lease') return world.engine.server.heartbeats.present(object as Lease)
  return kind.present?.(object) ?? object
}
