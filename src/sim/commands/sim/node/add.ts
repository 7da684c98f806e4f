import { dnsSubdomainErrors, labelValueErrors } from '../../../api/names.ts'
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
  const shape = shapeOf(given)
  const names = given.words.length === 0 ? freeNames(count, machines) : namesFrom(given.one('NAME'), count)
  for (const name of names) checkName(name, machines)
  for (const name of names) machines.add({ ...shape, name }, cause.last)
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
