/** A container in its pod, as the steps of its life are told about it. */
import type { Container } from '../api/types/index.ts'
import type { Tick } from '../core/clock.ts'
import { type ContainerRun, type NewContainerRun, type PodRun, reopenedContainer, type Stage } from './run.ts'
import type { EventType, Site } from './site.ts'

export interface Subject {
  readonly run: PodRun
  readonly container: Container
  readonly isInit: boolean
}

/** Records an event about the container. */
export function say(
  site: Site,
  { run, container, isInit }: Subject,
  type: EventType,
  reason: string,
  message: string,
): void {
  site.say(run, type, reason, message, (isInit ? initPaths : paths).of(container.name))
}

/** "spec.containers{web}": one text a name, for every event of every such container. */
class FieldPaths {
  readonly #list: string
  readonly #paths = new Map<string, string>()
  #lastName = ''
  #lastPath = ''

  constructor(list: string) {
    this.#list = list
  }

  of(name: string): string {
    if (name !== this.#lastName) {
      this.#lastPath = this.#pathOf(name)
      this.#lastName = name
    }
    return this.#lastPath
  }

  #pathOf(name: string): string {
    let path = this.#paths.get(name)
    if (path === undefined) {
      path = `spec.${this.#list}{${name}}`
      this.#paths.set(name, path)
    }
    return path
  }
}

const paths = new FieldPaths('containers')
const initPaths = new FieldPaths('initContainers')

/** The record of a container that enters a stage now; the caller adds what else has changed. */
export function entering(site: Site, one: ContainerRun, stage: Stage, next: Tick): NewContainerRun {
  const record = reopenedContainer(one)
  record.stage = stage
  record.since = site.now
  record.next = next
  return record
}
