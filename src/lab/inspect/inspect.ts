/** Everything about one object, alive or gone, for the inspector. */
import type { Kind } from '../../sim/api/kind.ts'
import type { ApiObject, Lease, Pod } from '../../sim/api/types/index.ts'
import { yaml } from '../../sim/commands/print/formats/yaml.ts'
import { type ScalingDecision, scalingDecisions } from '../../sim/world/autoscaling.ts'
import type { Simulation } from '../../sim/world/simulation.ts'
import type { Sitting } from '../sitting.ts'
import { causeRows, tellingWrite } from './causes.ts'
import { eventRows } from './events.ts'
import type { CauseRow, Inspection, SchedulingMatrix } from './inspection.ts'
import { kindAt, slotNamed } from './links.ts'
import { relatedTo } from './related.ts'
import { schedulingOf } from './scheduling.ts'
import { summaryOf } from './summary.ts'

/** The slot of "pod/web-1" or "node/node-2"; 0: there is no such object now. */
export function slotOf({ world }: Sitting, path: string, namespace = 'default'): number {
  return slotNamed(world, path, namespace)
}

/** From a write back to the command, fault or beginning that caused it. */
export function causesOf({ world }: Sitting, revision: number): readonly CauseRow[] {
  return causeRows(world, revision)
}

/** The same answer as before while the world stands still. A slot that nobody ever was in has no name. */
export function inspect({ world }: Sitting, slot: number): Inspection {
  const { restorations, tick } = world
  const { head } = world.engine.state.registry
  const last = newest.get(world)
  const isSame =
    last?.slot === slot && last.head === head && last.tick === tick && last.restorations === restorations
  if (isSame) return last.inspection
  const inspection = inspectNow(world, slot)
  newest.set(world, { slot, head, tick, restorations, inspection })
  return inspection
}

interface Answer {
  readonly slot: number
  readonly head: number
  readonly tick: number
  readonly restorations: number
  readonly inspection: Inspection
}

const newest = new WeakMap<Simulation, Answer>()

function inspectNow(world: Simulation, slot: number): Inspection {
  const { registry } = world.engine.state
  const kind = kindAt(world, slot)
  const named = registry.nameAt(slot)
  const object = registry.value(slot) as ApiObject | undefined
  return {
    slot,
    kind: kind?.singular ?? '',
    namespace: named?.namespace ?? '',
    name: named?.name ?? '',
    exists: object !== undefined,
    events: named === undefined ? [] : eventRows(world.engine.server, slot),
    causes: named === undefined ? [] : causeRows(world, tellingWrite(world, slot)),
    ...(object === undefined || kind === undefined ? absent : present(world, slot, kind, object)),
  }
}

const absent = { summary: [], yaml: '', related: [] } as const

function present(world: Simulation, slot: number, kind: Kind, stored: ApiObject) {
  const object = presented(world, kind, stored)
  const scheduling = object.kind === 'Pod' ? schedulingAt(world, stored as Pod) : undefined
  return {
    summary: summaryOf(object, world.engine.server.nowSeconds),
    yaml: yaml(object),
    related: relatedTo(world, slot, object),
    ...(scheduling === undefined ? {} : { scheduling }),
    ...(object.kind === 'HorizontalPodAutoscaler' ? { scaling: scalingOf(world, object) } : {}),
  }
}

function scalingOf(world: Simulation, { metadata }: ApiObject): readonly ScalingDecision[] {
  return scalingDecisions(world, metadata.namespace ?? '', metadata.name)
}

/** As a reader of the API sees it: what is kept in closed form is made real. */
function presented({ engine }: Simulation, kind: Kind, object: ApiObject): ApiObject {
  if (object.kind === 'Lease') return engine.server.heartbeats.present(object as Lease)
  return kind.present?.(object) ?? object
}

/** To make a decision again takes a look at the whole cluster, so it is done once for each write to the pod. */
function schedulingAt(world: Simulation, pod: Pod): SchedulingMatrix | undefined {
  const known = matrices.get(world)
  if (known?.pod === pod) return known.matrix
  const matrix = schedulingOf(world, pod)
  matrices.set(world, { pod, matrix })
  return matrix
}

const matrices = new WeakMap<
  Simulation,
  { readonly pod: Pod; readonly matrix: SchedulingMatrix | undefined }
>()
