/** `sim pool list` and `sim pool cost`. */
import { Nodes } from '../../../api/kinds/node/index.ts'
import { Pods } from '../../../api/kinds/pod/index.ts'
import { isPodTerminal } from '../../../api/podReadiness.ts'
import { amountsOf, podRequests } from '../../../api/podRequests.ts'
import type { CloudProvider, NodePool } from '../../../client/cloudProvider.ts'
import type { Engine } from '../../../client/engine.ts'
import type { Session } from '../../execution.ts'
import { TabWriter } from '../../print/tabWriter.ts'
import { Arguments } from '../arguments.ts'
import { cloudOf } from './pools.ts'

export function list(args: readonly string[], session: Session): string {
  noWords(args)
  const { pools } = cloudOf(session)
  if (pools.length === 0) return 'there are no pools\n'
  const heading = [
    'NAME',
    'MIN',
    'MAX',
    'TARGET',
    'MACHINES',
    'COMING',
    'CPU',
    'MEMORY',
    'ZONES',
    'PRICE',
    'STATE',
  ]
  return table([heading, ...pools.map(listRow)])
}

export function cost(args: readonly string[], session: Session): string {
  noWords(args)
  const cloud = cloudOf(session)
  if (cloud.pools.length === 0) return 'there are no pools\n'
  const heading = ['NAME', 'MACHINES', 'MACHINE-HOURS', 'PRICE', 'COST', 'CPU REQUESTED', 'MEMORY REQUESTED']
  const rows = cloud.pools.map((pool) => costRow(pool, cloud, session.engine))
  const hours = cloud.pools.reduce((sum, { name }) => sum + cloud.machineHours(name), 0)
  const money = cloud.pools.reduce((sum, pool) => sum + cloud.machineHours(pool.name) * pool.price, 0)
  const total = ['all', String(sumOf(cloud.pools.map(arrived))), hours.toFixed(2), '', money.toFixed(2)]
  return table([heading, ...rows, total])
}

function noWords(args: readonly string[]): void {
  new Arguments(args, [])
}

function listRow(pool: NodePool): string[] {
  const there = arrived(pool)
  return [
    pool.name,
    String(pool.min),
    String(pool.max),
    String(pool.machines.length),
    String(there),
    String(pool.machines.length - there),
    pool.cpu,
    pool.memory,
    pool.zones.join(',') || '<none>',
    pool.price.toFixed(2),
    pool.isBroken ? 'Broken' : 'OK',
  ]
}

function costRow(pool: NodePool, cloud: CloudProvider, engine: Engine): string[] {
  const hours = cloud.machineHours(pool.name)
  const shares = requestedShares(pool, engine)
  return [
    pool.name,
    String(arrived(pool)),
    hours.toFixed(2),
    pool.price.toFixed(2),
    (hours * pool.price).toFixed(2),
    percent(shares.map(({ cpu }) => cpu)),
    percent(shares.map(({ memory }) => memory)),
  ]
}

function arrived({ machines }: NodePool): number {
  return machines.filter(({ cameAt }) => cameAt !== undefined).length
}

/** What the pods on each node ask for, of what it has to give. */
function requestedShares(pool: NodePool, { server }: Engine): readonly { cpu: number; memory: number }[] {
  return pool.machines.flatMap(({ name }) => {
    const node = server.stored(Nodes, '', name)
    if (node === undefined) return []
    const has = amountsOf(node.status.allocatable)
    const asked = server
      .byIndex(Pods, 'node', name)
      .filter((pod) => !isPodTerminal(pod))
      .map(({ spec }) => podRequests(spec))
    const share = (resource: string) =>
      has[resource] ? sumOf(asked.map((one) => one[resource] ?? 0)) / has[resource] : 0
    return { cpu: share('cpu'), memory: share('memory') }
  })
}

/** The mean over the nodes. */
function percent(shares: readonly number[]): string {
  return shares.length === 0 ? '-' : `${Math.round((sumOf(shares) / shares.length) * 100)}%`
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}

function table(rows: readonly (readonly string[])[]): string {
  const writer = new TabWriter({ minWidth: 6, padding: 3 })
  for (const row of rows) writer.write(`${row.join('\t')}\n`)
  return writer.take()
}
