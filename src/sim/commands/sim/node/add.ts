import { dnsSubdomainErrors, labelValueErrors } from '../../../api/names.ts'
import type { NodePool } from '../../../client/cloudProvider.ts'
import type { MachineShape } from '../../../substrate/index.ts'
import type { Session } from '../../execution.ts'
import { Arguments, UsageError } from '../arguments.ts'

/** A cluster has at most this many nodes. */
const maxNodes = 10_000

/** Adds machines; their kubelets register them. Answers what is to be printed. */
export function add(args: readonly string[], { engine, cause }: Session): string {
  const given = new Arguments(args, ['--count', '--cpu', '--memory', '--pods', '--zone', '--pool'])
  const { machines } = engine.substrate
  const count = given.integer('--count', 1, maxNodes) ?? 1
  if (machines.all().length + count > maxNodes)
    throw new UsageError(`a cluster has at most ${maxNodes} nodes`)
  const pool = engine.cloud?.pool(given.text('--pool') ?? '')
  const shape = pool === undefined ? shapeOf(given) : shapeIn(pool, count, given)
  const names = given.words.length === 0 ? freeNames(count, machines) : namesFrom(given.one('NAME'), count)
  for (const name of names) checkName(name, machines)
  for (const name of names) {
    machines.add({ ...shape, name }, cause.last)
    if (pool !== undefined) engine.cloud?.adopt(pool.name, name, shape.zone)
  }
  return names.map((name) => `node/${name} added\n`).join('')
}

function shapeOf(given: Arguments): Omit<MachineShape, 'name'> {
  const zone = given.text('--zone') ?? ''
  const pool = given.text('--pool')
  for (const [option, value] of [
    ['--zone', zone],
    ['--pool', pool ?? ''],
  ] as const) {
    const [error] = labelValueErrors(value)
    if (error !== undefined) throw new UsageError(`${option}: ${error}`)
  }
  return {
    cpu: given.quantity('--cpu') ?? '4',
    memory: given.quantity('--memory') ?? '16Gi',
    pods: given.integer('--pods', 1, 1000) ?? 110,
    zone,
    labels: pool === undefined ? {} : { pool },
  }
}

/** A machine that is put into a pool by hand is like the others of it, and is there at once. */
function shapeIn(pool: NodePool, count: number, given: Arguments): Omit<MachineShape, 'name'> {
  const own = ['--cpu', '--memory', '--pods'].find((option) => given.text(option) !== undefined)
  if (own !== undefined)
    throw new UsageError(`the machines of pool "${pool.name}" are all alike: leave out ${own}`)
  const zone = given.text('--zone') ?? pool.zones[0] ?? ''
  if (zone !== '' && !pool.zones.includes(zone))
    throw new UsageError(`pool "${pool.name}" has no machines in zone "${zone}"`)
  if (pool.machines.length + count > pool.max)
    throw new UsageError(`pool "${pool.name}" has at most ${pool.max} machines`)
  const { cpu, memory, pods, labels } = pool
  return { cpu, memory, pods, zone, labels: { ...labels, pool: pool.name } }
}

/** Several machines count on from the number at the end of the name, or from 1. */
function namesFrom(name: string, count: number): readonly string[] {
  if (count === 1) return [name]
  const [, base = '', digits] = /^(.*?)(\d+)?$/.exec(name) ?? []
  const first = digits === undefined ? 1 : Number(digits)
  const prefix = digits === undefined ? `${base}-` : base
  return Array.from({ length: count }, (_, i) => `${prefix}${first + i}`)
}

type Machines = Session['engine']['substrate']['machines']

function freeNames(count: number, machines: Machines): readonly string[] {
  const names: string[] = []
  for (let n = 1; names.length < count; n++)
    if (machines.get(`node-${n}`) === undefined) names.push(`node-${n}`)
  return names
}

function checkName(name: string, machines: Machines): void {
  const [error] = dnsSubdomainErrors(name)
  if (error !== undefined) throw new UsageError(`"${name}" is no name for a node: ${error}`)
  if (machines.get(name) !== undefined) throw new UsageError(`there is a machine "${name}" already`)
}
