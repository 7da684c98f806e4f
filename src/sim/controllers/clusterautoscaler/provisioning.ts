/** What became of the machines that were asked for (cluster-autoscaler/clusterstate/clusterstate.go). */

import type { AutoscalerOptions } from '../../client/autoscalerOptions.ts'
import type { CloudProvider, NodePool } from '../../client/cloudProvider.ts'
import { type Tick, ticksPerSecond } from '../../core/clock.ts'
import { backedOff, isStale } from './backOff.ts'
import type { Context } from './memory.ts'
import type { Picture } from './picture.ts'
import { sayOfCluster } from './statusMap.ts'

/** Requests that all came true are over; one that is late lets its pool rest, and its machines are given up. */
export function followRequests(
  context: Context,
  { upcoming, unregistered, pools }: Picture,
  cloud: CloudProvider,
  options: AutoscalerOptions,
): void {
  const { memory, tick } = context
  for (const [pool, backOff] of memory.backOffs)
    if (isStale(backOff, tick, options)) memory.backOffs.delete(pool)
  for (const [pool, request] of memory.requests) {
    if ((upcoming.get(pool) ?? []).length === 0) {
      memory.requests.delete(pool)
      memory.backOffs.delete(pool)
    } else if (request.until < tick) {
      const message = `Nodes added to group ${pool} failed to register within ${goDuration(tick - request.since)}`
      sayOfCluster(context, 'Warning', 'ScaleUpTimedOut', message)
      memory.backOffs.set(pool, backedOff(memory.backOffs.get(pool), tick, options))
      memory.requests.delete(pool)
    }
  }
  noteUnregistered(context, unregistered)
  for (const pool of pools) giveUpLateMachines(context, pool, cloud, options)
}

function noteUnregistered({ memory, tick }: Context, unregistered: ReadonlySet<string>): void {
  for (const name of memory.unregistered.keys()) if (!unregistered.has(name)) memory.unregistered.delete(name)
  for (const name of unregistered) if (!memory.unregistered.has(name)) memory.unregistered.set(name, tick)
}

/** Machines that never became nodes, or are none any more. A pool keeps its smallest size. */
function giveUpLateMachines(
  context: Context,
  pool: NodePool,
  cloud: CloudProvider,
  { maxProvisionTime }: AutoscalerOptions,
): void {
  const { client, memory, tick } = context
  const late = pool.machines.filter(
    ({ name }) => (memory.unregistered.get(name) ?? tick) + maxProvisionTime < tick,
  )
  const most = Math.max(0, pool.machines.length - pool.min)
  for (const { name } of late.slice(0, most)) {
    cloud.release([name], client.cause.last)
    sayOfCluster(context, 'Normal', 'DeleteUnregistered', `Removed unregistered node ${name}`)
  }
}

/** "15m10s", "40.5s" */
export function goDuration(ticks: Tick): string {
  const seconds = ticks / ticksPerSecond
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const rest = `${Math.round((seconds % 60) * 10) / 10}s`
  if (hours > 0) return `${hours}h${minutes}m${rest}`
  return minutes > 0 ? `${minutes}m${rest}` : rest
}
