/** What the autoscaler shows of itself to who asks why: its last look, and what it waits for. */
import type { AutoscalerOptions } from '../../client/autoscalerOptions.ts'
import type { Tick } from '../../core/clock.ts'
import { isBackedOff } from './backOff.ts'
import type { LastScaleUp, NodeVerdict } from './decisions.ts'
import type { Memory } from './memory.ts'

export interface NodeView extends NodeVerdict {
  readonly unneededSince?: Tick
  /** When it may go at the earliest. */
  readonly goesAt?: Tick
  readonly removing?: 'tainted' | 'draining'
}

export interface PoolView {
  readonly name: string
  /** Machines asked for are late after this. */
  readonly requestedUntil?: Tick
  readonly backsOffUntil?: Tick
}

export interface AutoscalerView {
  readonly options: AutoscalerOptions
  readonly nextLook: Tick
  readonly nodes: ReadonlyMap<string, NodeView>
  readonly pools: ReadonlyMap<string, PoolView>
  readonly lastScaleUp: LastScaleUp | undefined
  /** Nothing is taken away before. */
  readonly restsUntil: Tick
}

export function viewOf(
  memory: Memory,
  options: AutoscalerOptions,
  pools: readonly string[],
  now: Tick,
): AutoscalerView {
  const names = new Set([...memory.verdicts.keys(), ...memory.removals.keys()])
  return {
    options,
    nextLook: memory.nextLook,
    nodes: new Map([...names].map((name) => [name, nodeView(memory, options, name, now)])),
    pools: new Map(pools.map((name) => [name, poolView(memory, name, now)])),
    lastScaleUp: memory.scaleUp,
    restsUntil: restsUntil(memory, options),
  }
}

function restsUntil({ lastScaleUp, lastDelete, lastFailure }: Memory, options: AutoscalerOptions): Tick {
  const after = (last: Tick | undefined, delay: Tick) => (last === undefined ? 0 : last + delay)
  return Math.max(
    after(lastScaleUp, options.delayAfterAdd),
    after(lastDelete, options.delayAfterDelete),
    after(lastFailure, options.delayAfterFailure),
  )
}

function nodeView(memory: Memory, options: AutoscalerOptions, name: string, now: Tick): NodeView {
  const removal = memory.removals.get(name)
  const verdict = memory.verdicts.get(name) ?? { at: now, pool: removal?.pool ?? '' }
  const since = memory.unneeded.get(name)
  const earliest = (begun: Tick) => Math.max(begun + options.unneededTime, restsUntil(memory, options))
  return {
    ...verdict,
    ...(since === undefined ? {} : { unneededSince: since, goesAt: earliest(since) }),
    ...(removal === undefined
      ? {}
      : { removing: removal.drainedSince === undefined ? 'tainted' : 'draining' }),
  }
}

function poolView({ requests, backOffs }: Memory, name: string, now: Tick): PoolView {
  const request = requests.get(name)
  const backOff = backOffs.get(name)
  return {
    name,
    ...(request === undefined ? {} : { requestedUntil: request.until }),
    ...(backOff === undefined || !isBackedOff(backOff, now) ? {} : { backsOffUntil: backOff.until }),
  }
}
