/** A gap in words: which text, with which values. */
import type { Slots, Text } from '../../i18n/index.ts'
import type { GapCard, WaitingFor } from '../../state/index.ts'
import { atWork, waitingWords } from './waitingWords.ts'
import { words } from './words.ts'

export interface Saying {
  readonly text: Text
  readonly slots: Slots
}

export function whatIsMissing(gap: GapCard): Saying {
  const { field, desired, actual } = gap
  const n = Math.abs(Number(desired) - Number(actual))
  return { text: textFor(gap), slots: { field, desired, actual, n } }
}

/** Several gaps of the same kind in one sentence. */
export function whatIsMissingOf(gap: GapCard, n: number): Saying {
  return { text: textForSeveral(gap), slots: { n, field: gap.field } }
}

/** Without what is left of the time, which goes on by itself. The owner, who is named beside it, isn't named again. */
export function whatItWaitsFor(waiting: WaitingFor | undefined, owner: string): Saying {
  if (waiting === undefined) return { text: atWork, slots: {} }
  const { name, reason } = waiting
  const { plain, named } = waitingWords[reason]
  if (name === undefined || name === owner || named === undefined) return { text: plain, slots: {} }
  return { text: named, slots: { name } }
}

export function kindOf({ object }: GapCard): string {
  return object.slice(0, object.indexOf('/'))
}

function textFor(gap: GapCard): Text {
  const isShort = Number(gap.desired) > Number(gap.actual)
  switch (`${kindOf(gap)}.${gap.field}`) {
    case 'deployment.replicas':
      return words.promise
    case 'deployment.observedGeneration':
      return words.unseen
    case 'deployment.revisions':
      return words.revisions
    case 'replicaset.replicas':
      return isShort ? words.podsMissing : words.podsExtra
    case 'pod.existence':
      return words.podLeaving
    case 'pod.nodeName':
      return words.podUnbound
    case 'pod.Ready':
      return words.podNotReady
    case 'node.Ready':
      return gap.actual === 'Unknown' ? words.nodeUnheard : words.nodeNotReady
    default:
      return words.other
  }
}

function textForSeveral(gap: GapCard): Text {
  switch (`${kindOf(gap)}.${gap.field}`) {
    case 'pod.existence':
      return words.podsLeaving
    case 'pod.nodeName':
      return words.podsUnbound
    case 'pod.Ready':
      return words.podsNotReady
    case 'node.Ready':
      return gap.actual === 'Unknown' ? words.nodesUnheard : words.nodesNotReady
    default:
      return words.others
  }
}
