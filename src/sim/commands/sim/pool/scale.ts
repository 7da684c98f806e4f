/** `sim pool scale`, `remove`, `break`, `fix`: a pool gets another size, or trouble. */
import type { NodePool } from '../../../client/cloudProvider.ts'
import { beginFault, endFault } from '../../../faults/index.ts'
import type { Session } from '../../execution.ts'
import { Arguments, UsageError } from '../arguments.ts'
import { cloudOf, poolNamed } from './pools.ts'

export function scale(args: readonly string[], session: Session): string {
  const cloud = cloudOf(session)
  const [word = '', size, ...more] = new Arguments(args, []).words
  if (size === undefined || more.length > 0) throw new UsageError('give the NAME of a pool and a SIZE')
  const pool = poolNamed(word, cloud)
  const target = sizeOf(size, pool)
  const because = session.cause.last
  if (target > pool.machines.length) cloud.grow(pool.name, target - pool.machines.length, because)
  else cloud.release(newest(pool, pool.machines.length - target), because)
  return `pool/${pool.name} scaled\n`
}

export function remove(args: readonly string[], session: Session): string {
  const cloud = cloudOf(session)
  const { name } = poolNamed(new Arguments(args, []).one('NAME'), cloud)
  cloud.removePool(name, session.cause.last)
  return `pool/${name} removed\n`
}

export function breakPool(args: readonly string[], session: Session): string {
  const { name } = poolNamed(new Arguments(args, []).one('NAME'), cloudOf(session))
  beginFault(session.engine, 'pool-outage', name, {}, session.cause.last)
  return `pool/${name} is broken\n`
}

export function fixPool(args: readonly string[], session: Session): string {
  const { name } = poolNamed(new Arguments(args, []).one('NAME'), cloudOf(session))
  endFault(session.engine, 'pool-outage', name, session.cause.last)
  return `pool/${name} fixed\n`
}

function sizeOf(text: string, { name, min, max }: NodePool): number {
  const size = Number(text)
  if (/^\d+$/.test(text) && size >= min && size <= max) return size
  throw new UsageError(`pool "${name}" has from ${min} to ${max} machines, not "${text}"`)
}

/** Those still on their way go first, then the youngest. */
function newest({ machines }: NodePool, count: number): readonly string[] {
  const coming = machines.filter(({ cameAt }) => cameAt === undefined)
  const there = machines.filter(({ cameAt }) => cameAt !== undefined)
  return [...coming.reverse(), ...there.reverse()].slice(0, count).map(({ name }) => name)
}
