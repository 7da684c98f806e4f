/** The recorded actions as things to do to our world: lines of kubectl, nodes that fail, pods that are meddled with. */
import { kindFor } from '../../../sim/api/kinds/index.ts'
import type { PodStatus } from '../../../sim/api/types/index.ts'
import { momentOf } from './effects.ts'
import { meddlings } from './meddling.ts'
import type { Action, RecordedNode, Recording } from './recording.ts'

export interface Deed {
  readonly t: number
  readonly line?: string
  readonly stdin?: string
  /** The place of the recorded action whose answer this gives. */
  readonly action?: number
  readonly silence?: string
  readonly revive?: string
  readonly node?: RecordedNode
  /** Thousandths of a core that the ready pods share from now on. */
  readonly loadMilli?: number
  /** The pod whose eviction was asked for. */
  readonly evicted?: string
  readonly pod?: string
  readonly change?: (status: PodStatus, now: string) => PodStatus
}

export function deedsOf(recording: Recording): readonly Deed[] {
  const deeds = recording.actions.flatMap((action, index) =>
    deedsFor(action, recording).map((deed) => ({
      t: momentOf(action, recording.timeline),
      ...(action.manifest || action.patch ? {} : { action: index }),
      ...deed,
    })),
  )
  return [...deeds, ...meddlings(recording)].sort((a, b) => a.t - b.t)
}

type Part = Omit<Deed, 't'>

function deedsFor(action: Action, recording: Recording): readonly Part[] {
  const { namespace } = recording
  const what = action.do
  if (what.startsWith('#')) return remark(what, recording)
  if (action.manifest !== undefined) return applied(action, namespace)
  if (action.patch !== undefined) return [patched(action, namespace)]
  if (what === 'kubectl delete namespace')
    return [{ line: `kubectl delete namespace ${namespace} --wait=false` }]
  const evicted = /^POST eviction of (\S+)$/.exec(what)?.[1]
  if (evicted !== undefined) return [{ evicted }]
  if (!what.startsWith('kubectl ') || refusedForLackOfKinds(action)) return []
  return [{ line: `${what} -n ${namespace}` }]
}

/** What the real kubectl refused because of objects that this world does not have. */
function refusedForLackOfKinds({ err = '', exit }: Action): boolean {
  return Number(exit ?? 0) !== 0 && /DaemonSet-managed/.test(err)
}

function applied({ manifest = {} }: Action, namespace: string): readonly Part[] {
  const { apiVersion, kind } = manifest as Record<string, string>
  if (kindFor(apiVersion ?? '', kind ?? '') === undefined) return []
  return [{ line: `kubectl apply -n ${namespace} -f -`, stdin: JSON.stringify(manifest) }]
}

function patched({ do: what, patch }: Action, namespace: string): Part {
  const target = what.replace(/^patch /, '').toLowerCase()
  const json = JSON.stringify(patch).replaceAll("'", "'\\''")
  return { line: `kubectl patch ${target} -n ${namespace} --type strategic -p '${json}'` }
}

/** Remarks tell what the recorder did with its machines; most only explain. */
function remark(text: string, { nodes }: Recording): readonly Part[] {
  const named = (part: string) => part.match(/\bnode-\w+/g) ?? []
  const failing = /^# (.*?) stops?\b/.exec(text)?.[1]
  if (failing !== undefined) return named(failing).map((silence) => ({ silence }))
  const returning = /^# (.*?) comes? back\b/.exec(text)?.[1]
  if (returning !== undefined) return named(returning).map((revive) => ({ revive }))
  const added = /^# add (node-\w+)(?: (\d+) cpu (\w+))?$/.exec(text)
  if (added !== null) {
    const { cpu, memory } = nodes[0] as RecordedNode
    return [{ node: { name: added[1] as string, cpu: added[2] ?? cpu, memory: added[3] ?? memory } }]
  }
  const removed = /^# remove (node-\w+) object$/.exec(text)?.[1]
  if (removed !== undefined) return [{ line: `kubectl delete node ${removed} --wait=false` }]
  const load = /^# total load (?:now )?(\d+)m\b/.exec(text)?.[1]
  if (load !== undefined) return [{ loadMilli: Number(load) }]
  if (text === '# delete all nodes') return [{ line: 'kubectl delete node --all --wait=false' }]
  return []
}
