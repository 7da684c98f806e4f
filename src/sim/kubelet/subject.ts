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
  const fieldPath = isInit ? `spec.initContainers{${container.name}}` : `spec.containers{${container.name}}`
  site.say(run, type, reason, message, fieldPath)
}

/** The record of a container that enters a stage now; the caller adds what else has changed. */
export function entering(site: Site, one: ContainerRun, stage: Stage, next: Tick): NewContainerRun {
  const record = reopenedContainer(one)
  record.stage = stage
  record.since = site.now
  record.next = next
  return record
}
