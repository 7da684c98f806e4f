/** The autoscaler's decisions as lines of text: what `sim why node/NAME` and `sim why pool/NAME` show. */
import { type Tick, ticksPerSecond } from '../../core/clock.ts'
import type { PoolVerdict, StayReason } from './decisions.ts'
import type { AutoscalerView, NodeView } from './view.ts'

export function nodeLines(view: AutoscalerView, name: string): readonly string[] {
  const node = view.nodes.get(name)
  if (node === undefined) return []
  return [
    `cluster-autoscaler, pool ${node.pool}, as of ${time(node.at)}:`,
    ...usage(node, view),
    ...fate(node, view),
  ]
}

export function poolLines(view: AutoscalerView, name: string): readonly string[] {
  const pool = view.pools.get(name)
  if (pool === undefined) return []
  const { lastScaleUp } = view
  const verdict = lastScaleUp?.pools.find((one) => one.pool === name)
  const waits = [
    ...(pool.requestedUntil === undefined
      ? []
      : [`  machines are on their way; late after ${time(pool.requestedUntil)}`]),
    ...(pool.backsOffUntil === undefined
      ? []
      : [`  left alone until ${time(pool.backsOffUntil)} after a failure`]),
  ]
  if (lastScaleUp === undefined || verdict === undefined) return ['no pod has been without a place', ...waits]
  const head = `at ${time(lastScaleUp.at)} ${many(lastScaleUp.pods, 'pod')} fitted nowhere (expander ${lastScaleUp.expander}):`
  const rows = lastScaleUp.pools.map((one) => `  ${offerText(one, lastScaleUp.chosen)}`)
  return [head, ...rows, ...waits]
}

function usage({ utilization }: NodeView, { options }: AutoscalerView): readonly string[] {
  if (utilization === undefined) return []
  const { cpu, memory } = utilization
  const limit = percent(options.utilizationThreshold)
  return [
    `  requested: ${percent(cpu)} of its CPU, ${percent(memory)} of its memory; from ${limit} on it is in use`,
  ]
}

function fate(node: NodeView, view: AutoscalerView): readonly string[] {
  if (node.removing === 'tainted') return ['  on its way out: its taint is to be seen first']
  if (node.removing === 'draining') return ['  on its way out: its pods are being evicted']
  if (node.stays !== undefined) return [`  stays: ${stayText(node.stays, node)}`]
  if (node.unneededSince === undefined) return []
  const rest = view.restsUntil > view.nextLook ? `; nothing goes before ${time(view.restsUntil)}` : ''
  return [`  unneeded since ${time(node.unneededSince)}, may go after ${time(node.goesAt ?? 0)}${rest}`]
}

function stayText(reason: StayReason, { pod, because = '' }: NodeView): string {
  const texts: Readonly<Record<StayReason, string>> = {
    CurrentlyBeingDeleted: 'it is being deleted already',
    ScaleDownDisabledAnnotation: 'its annotation scale-down-disabled says so',
    NodeGroupMinSizeReached: 'its pool is at its smallest size',
    RecentlyUnremovable: 'it could not go a short while ago',
    NotUnderutilized: 'it is in use',
    BlockedByPod: `${pod} must not be moved: ${blockTexts[because] ?? because}`,
    NoPlaceToMovePods: `${pod} would find no other place`,
  }
  return texts[reason]
}

const blockTexts: Readonly<Record<string, string>> = {
  NotReplicated: 'no controller would make it anew',
  UnmovableKubeSystemPod: 'it is a pod of kube-system without a disruption budget',
  NotSafeToEvictAnnotation: 'its annotation safe-to-evict is false',
  LocalStorageRequested: 'it keeps data on the node',
  NotEnoughPdb: 'its disruption budget has nothing left',
}

function offerText(offer: PoolVerdict, chosen: string | undefined): string {
  const head = `${offer.pool} (${offer.size} of at most ${offer.max})`
  if (offer.nodes === undefined) return `${head}: no, ${(offer.reasons ?? []).join(', ')}`
  const waste = `${percent(offer.wastedCpu ?? 0)} of the CPU and ${percent(offer.wastedMemory ?? 0)} of the memory idle`
  const mark = offer.pool === chosen ? ', chosen' : ''
  return `${head}: ${many(offer.nodes, 'machine')} for ${many(offer.pods ?? 0, 'pod')}, ${waste}${mark}`
}

function many(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}

function time(tick: Tick): string {
  return `${(tick / ticksPerSecond).toFixed(1)}s`
}
