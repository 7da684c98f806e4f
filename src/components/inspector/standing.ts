/** How an object stands, read from the cards of the stage: a sign, a word and a tone, never a colour alone. */
import type { Slots, Text } from '../../i18n/index.ts'
import type { DeploymentCard, NodeCard, PodCard, ReplicaSetCard } from '../../state/index.ts'
import { standings } from './words.ts'

export interface StandingShown {
  readonly sign: string
  readonly text: Text
  readonly slots?: Slots
  readonly tone: 'good' | 'open' | 'bad' | 'quiet'
}

const pods = {
  gone: { sign: '–', text: standings.gone, tone: 'quiet' },
  unbound: { sign: '⋯', text: standings.unbound, tone: 'open' },
  starting: { sign: '◐', text: standings.starting, tone: 'open' },
  ready: { sign: '✓', text: standings.ready, tone: 'good' },
  terminating: { sign: '–', text: standings.terminating, tone: 'quiet' },
  failed: { sign: '×', text: standings.failed, tone: 'bad' },
  unknown: { sign: '?', text: standings.unknown, tone: 'bad' },
  succeeded: { sign: '✓', text: standings.succeeded, tone: 'quiet' },
} as const satisfies Record<string, StandingShown>

/** The object's card on the stage, whichever it has. */
export interface Card {
  readonly pod?: PodCard | undefined
  readonly node?: NodeCard | undefined
  readonly deployment?: DeploymentCard | undefined
  readonly replicaSet?: ReplicaSetCard | undefined
}

/** Undefined: an object that neither works nor fails, as a ConfigMap. */
export function standingOf(
  exists: boolean,
  { pod, node, deployment, replicaSet }: Card,
): StandingShown | undefined {
  if (!exists) return pods.gone
  if (pod !== undefined) return pods[pod.look]
  if (node !== undefined) return ofNode(node)
  if (deployment !== undefined) return ofCount(standings.readyOf, deployment.ready, deployment.desired)
  return replicaSet && ofCount(standings.thereOf, replicaSet.actual, replicaSet.desired)
}

function ofNode({ ready, cordoned }: NodeCard): StandingShown {
  if (ready === 'Unknown') return pods.unknown
  if (ready === 'False') return { sign: '×', text: standings.notReady, tone: 'bad' }
  return cordoned ? { sign: '⊘', text: standings.cordoned, tone: 'quiet' } : pods.ready
}

function ofCount(text: Text, actual: number, desired: number): StandingShown {
  const isMet = actual === desired
  return { sign: isMet ? '✓' : '◐', text, slots: { actual, desired }, tone: isMet ? 'good' : 'open' }
}
