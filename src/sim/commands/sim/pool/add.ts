/** `sim pool add`: a new pool, and its first machines on their way. */
import { dnsLabelErrors, labelValueErrors, qualifiedNameErrors } from '../../../api/names.ts'
import type { PoolShape } from '../../../client/cloudProvider.ts'
import type { Session } from '../../execution.ts'
import { Arguments, UsageError } from '../arguments.ts'
import { cloudOf, maxNodes } from './pools.ts'

const options = [
  '--min',
  '--max',
  '--nodes',
  '--cpu',
  '--memory',
  '--pods',
  '--zones',
  '--labels',
  '--price',
  '--boot',
]
const usualMost = 10

export function add(args: readonly string[], session: Session): string {
  const cloud = cloudOf(session)
  const given = new Arguments(args, options)
  const name = given.one('NAME')
  refuse(`"${name}" is no name for a pool`, dnsLabelErrors(name))
  if (cloud.pool(name) !== undefined) throw new UsageError(`there is a pool "${name}" already`)
  const shape = shapeOf(name, given)
  const nodes = given.integer('--nodes', shape.min, shape.max) ?? shape.min
  cloud.addPool(shape)
  cloud.grow(name, nodes, session.cause.last)
  return `pool/${name} added\n`
}

function shapeOf(name: string, given: Arguments): PoolShape {
  const min = given.integer('--min', 0, maxNodes) ?? 0
  const max = given.integer('--max', 0, maxNodes) ?? Math.max(min, usualMost)
  if (max < min) throw new UsageError(`--max must not be below --min, ${min}`)
  return {
    name,
    cpu: given.quantity('--cpu') ?? '4',
    memory: given.quantity('--memory') ?? '16Gi',
    pods: given.integer('--pods', 1, 1000) ?? 110,
    zones: zonesOf(given.text('--zones')),
    labels: labelsOf(given.text('--labels')),
    min,
    max,
    price: priceOf(given.text('--price')),
    boot: given.duration('--boot'),
  }
}

function zonesOf(text: string | undefined): readonly string[] {
  const zones = text === undefined ? [] : text.split(',')
  for (const zone of zones) refuse('--zones', labelValueErrors(zone))
  if (zones.includes('') || new Set(zones).size < zones.length)
    throw new UsageError('--zones must name each zone once')
  return zones
}

/** "tier=spot,disk=ssd" */
function labelsOf(text: string | undefined): Readonly<Record<string, string>> {
  const pairs = text === undefined ? [] : text.split(',').map((pair) => pair.split('='))
  for (const [key = '', value, ...more] of pairs) {
    if (value === undefined || more.length > 0)
      throw new UsageError(`--labels must look like tier=spot,disk=ssd, not "${text}"`)
    refuse('--labels', [...qualifiedNameErrors(key), ...labelValueErrors(value)])
  }
  return Object.fromEntries(pairs)
}

function priceOf(text: string | undefined): number {
  if (text === undefined) return 0
  if (!/^\d+(\.\d+)?$/.test(text)) throw new UsageError(`--price must be a number like 0.20, not "${text}"`)
  return Number(text)
}

function refuse(what: string, [error]: readonly string[]): void {
  if (error !== undefined) throw new UsageError(`${what}: ${error}`)
}
