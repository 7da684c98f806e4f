/** The four conditions that the kubelet keeps on a pod (pkg/kubelet/status/generate.go, v1.36). */
import type { PodCondition, PodSpec } from '../api/types/index.ts'
import { type Tick, timeText } from '../core/clock.ts'
import { isInitialized, isSidecar } from './phase.ts'
import type { ContainerRun, PodRun } from './run.ts'

interface Verdict {
  readonly isTrue: boolean
  readonly reason?: string
  readonly message?: string
}

const yes: Verdict = { isTrue: true }
const no: Verdict = { isTrue: false }
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
  const ready = containersReady(pod)
  const gated = withGates(ready, pod.spec, foreign)
  const first = condition(0, former[0], hasSandbox ? yes : no, pod.generation, now)
  const second = condition(1, former[1], initialized(pod), pod.generation, now)
  const third = condition(2, former[2], gated, pod.generation, now)
  const fourth = condition(3, former[3], ready, pod.generation, now)
  const same = first === former[0] && second === former[1] && third === former[2] && fourth === former[3]
  return same ? former : Object.freeze([first, second, third, fourth])
}

function initialized({ spec, containers, phase }: Judged): Verdict {
  if (phase === 'Succeeded') return { isTrue: true, reason: 'PodCompleted' }
  const init = spec.initContainers
  if (init === undefined || init.length === 0) return yes
  const incomplete = init.filter((_, i) => !isInitialized(spec, containers, i)).map(({ name }) => name)
  if (incomplete.length === 0) return yes
  const message = `containers with incomplete status: [${incomplete.join(' ')}]`
  return { isTrue: false, reason: 'ContainersNotInitialized', message }
}

function containersReady({ spec, containers, phase }: Judged): Verdict {
  if (phase === 'Succeeded') return { isTrue: false, reason: 'PodCompleted' }
  if (phase === 'Failed') return { isTrue: false, reason: 'PodFailed' }
  const names = unreadyNames(spec, containers)
  if (names === '') return yes
  return {
    isTrue: false,
    reason: 'ContainersNotReady',
    message: `containers with unready status: [${names}]`,
  }
}

/** Sidecars count, other init containers don't. */
function unreadyNames(spec: PodSpec, containers: readonly ContainerRun[]): string {
  const initCount = spec.initContainers?.length ?? 0
  let names = ''
  for (let i = 0; i < containers.length; i++) {
    const { status } = containers[i] as ContainerRun
    if (status.ready || (i < initCount && !isSidecar(spec, i))) continue
    names = names === '' ? status.name : `${names} ${status.name}`
  }
  return names
}

function withGates(ready: Verdict, spec: PodSpec, foreign: readonly PodCondition[] | undefined): Verdict {
  if (!ready.isTrue || spec.readinessGates === undefined) return ready
  const closed = spec.readinessGates.flatMap(({ conditionType }) => {
    const condition = foreign?.find(({ type }) => type === conditionType)
    if (condition === undefined) {
      return `corresponding condition of pod readiness gate "${conditionType}" does not exist.`
    }
    if (condition.status === 'True') return []
    return `the status of pod readiness gate "${conditionType}" is not "True", but ${condition.status}`
  })
  if (closed.length === 0) return ready
  return { isTrue: false, reason: 'ReadinessGatesNotReady', message: closed.join(', ') }
}

function condition(
  type: number,
  former: PodCondition | undefined,
  { isTrue, reason, message }: Verdict,
  generation: number,
  now: Tick,
): PodCondition {
  const status = isTrue ? 'True' : 'False'
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
  status: 'True' | 'False',
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
