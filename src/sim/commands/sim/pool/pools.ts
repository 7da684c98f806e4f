import type { CloudProvider, NodePool } from '../../../client/cloudProvider.ts'
import type { Session } from '../../execution.ts'
import { UsageError } from '../arguments.ts'

/** A cluster has at most this many nodes. */
export const maxNodes = 10_000

export function cloudOf({ engine }: Session): CloudProvider {
  if (engine.cloud === undefined) throw new UsageError('this cluster has no cloud under it')
  return engine.cloud
}

/** "pool/NAME" will do as well. */
export function poolNamed(word: string, cloud: CloudProvider): NodePool {
  const name = word.replace(/^pools?\//, '')
  const pool = cloud.pool(name)
  if (pool === undefined) throw new UsageError(`there is no pool "${name}"`)
  return pool
}
