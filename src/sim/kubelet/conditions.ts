/** The four conditions that the kubelet keeps on a pod (pkg/kubelet/status/generate.go, v1.36). */
import { type ConditionVerdict, containersReady, podInitialized, podReady } from '../api/podConditions.ts'
import type { Container, PodCondition } from '../api/types/index.ts'
import { type Tick, timeText } from '../core/clock.ts'
import { settled } from '../core/frozen.ts'
import { WeakTable } from '../core/weakTable.ts'
import { initCountOf, isNew } from './podStages.ts'
import type { ContainerRun, PodRun } from './run.ts'

type Verdict = Pick<ConditionVerdict, 'status' | 'reason' | 'message'>

const yes: Verdict = { status: 'True' }
const no: Verdict = { status: 'False' }
const types = ['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady'] as const

type Judged = Pick<PodRun, 'spec' | 'generation' | 'phase' | 'containers' | 'conditions'>

/**
 * In the order of `types`; what didn't change is the former one. `foreign`: the conditions that others have set, for
 * readiness gates.
 */
export function judge(
  pod: Judged,
  hasSandbox: boolean,
  foreign: readonly PodCondition[] | undefined,
  now: Tick,
): readonly PodCondition[] {
  const former = pod.conditions
  const { generation } = pod
  const verdicts = isPlainlyReady(pod) ? plainlyReady : (unstarted(pod) ?? verdictsOf(pod, foreign ?? []))
  const from = former.length === 0 ? verdicts : former
  const since = timeText(now)
  const known = lastSteps.get(from)
  if (
    known !== undefined &&
    known.verdicts === verdicts &&
    known.hasSandbox === hasSandbox &&
    known.generation === generation &&
    known.since === since
  ) {
    return known.conditions
  }
  const conditions = stepped(former, verdicts, hasSandbox, generation, now)
  lastSteps.set(from, { verdicts, hasSandbox, generation, since, conditions })
  return conditions
}

/** Pods that take the same step in the same second share its outcome: what follows from which conditions. Only a cache. */
const lastSteps = new WeakTable<object, Step>()

interface Step {
  readonly verdicts: Verdicts
  readonly hasSandbox: boolean
  readonly generation: number
  readonly since: string
  readonly conditions: readonly PodCondition[]
}

function stepped(
  former: readonly PodCondition[],
  { initialized, ready, allReady }: Verdicts,
  hasSandbox: boolean,
  generation: number,
  now: Tick,
): readonly PodCondition[] {
  const first = condition(0, former[0], hasSandbox ? yes : no, generation, now)
  const second = condition(1, former[1], initialized, generation, now)
  const third = condition(2, former[2], ready, generation, now)
  const fourth = condition(3, former[3], allReady, generation, now)
  const same = first === former[0] && second === former[1] && third === former[2] && fourth === former[3]
  return same ? former : settled([first, second, third, fourth])
}

interface Verdicts {
  readonly initialized: Verdict
  readonly ready: Verdict
  readonly allReady: Verdict
}

const plainlyReady: Verdicts = { initialized: yes, ready: yes, allReady: yes }

function isPlainlyReady({ spec, phase, containers }: Judged): boolean {
  if (phase !== 'Running' || initCountOf(spec) > 0 || spec.readinessGates !== undefined) return false
  for (let i = 0; i < containers.length; i++) if (!containers[i]?.status.ready) return false
  return true
}

/** Of pods without init containers of which no container has run yet: the same for all pods of a template. */
const ofUnstarted = new WeakTable<readonly Container[], Verdicts>()

function unstarted(pod: Judged): Verdicts | undefined {
  const { spec, phase, containers } = pod
  if (phase !== 'Pending' || initCountOf(spec) > 0) return undefined
  for (let i = 0; i < containers.length; i++)
    if (!isNew((containers[i] as ContainerRun).status)) return undefined
  let verdicts = ofUnstarted.get(spec.containers)
  if (verdicts === undefined) {
    verdicts = verdictsOf(pod, [])
    ofUnstarted.set(spec.containers, verdicts)
  }
  return verdicts
}

function verdictsOf({ spec, phase, containers }: Judged, foreign: readonly PodCondition[]): Verdicts {
  const observed = { spec, phase, statuses: containers.map(({ status }) => status) }
  return {
    initialized: podInitialized(observed),
    ready: podReady(observed, foreign),
    allReady: containersReady(observed),
  }
}

function condition(
  type: number,
  former: PodCondition | undefined,
  { status, reason, message }: Verdict,
  generation: number,
  now: Tick,
): PodCondition {
  const stays = former?.status === status
  if (
    stays &&
    former.reason === reason &&
    former.message === message &&
    former.observedGeneration === generation
  ) {
    return former
  }
  const since = stays ? (former.lastTransitionTime as string) : timeText(now)
  return shared(type, status, since, generation, reason, message)
}

/** Pods that come up in the same second share their conditions. Only a cache: forgotten with every second. */
let sharedSecond = ''
let sharedConditions = new Map<string, PodCondition>()

function shared(
  type: number,
  status: Verdict['status'],
  since: string,
  generation: number,
  reason: string | undefined,
  message: string | undefined,
): PodCondition {
  if (since !== sharedSecond) {
    sharedSecond = since
    sharedConditions = new Map()
  }
  const key = `${type}${status}${generation}${reason ?? ''}${message ?? ''}`
  let condition = sharedConditions.get(key)
  if (condition === undefined) {
    condition = Object.freeze({
      type: types[type] as string,
      observedGeneration: generation,
      status,
      lastProbeTime: null,
      lastTransitionTime: since,
      ...(reason === undefined ? {} : { reason }),
      ...(message === undefined ? {} : { message }),
    })
    sharedConditions.set(key, condition)
  }
  return condition
}
