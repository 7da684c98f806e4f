/** What the cloud remembers of a pool. Plain, and changed in place. */
import type { PoolMachine, PoolShape } from '../client/cloudProvider.ts'
import type { MachineShape } from '../substrate/index.ts'
import { type Meter, newMeter } from './meter.ts'

export interface OwnMachine extends PoolMachine {
  dueAt: number
  cameAt: number | undefined
  /** How often it has been set on its way: an outage makes it begin anew. */
  attempts: number
}

export interface Pool extends PoolShape {
  machines: OwnMachine[]
  isBroken: boolean
  /** How many machines it has had: the next one is named by it. */
  ordinal: number
  meter: Meter
}

export function newPool(shape: PoolShape): Pool {
  return { ...shape, machines: [], isBroken: false, ordinal: 0, meter: newMeter }
}

export function machineShape(pool: PoolShape, name: string, zone: string): MachineShape {
  const { cpu, memory, pods, labels } = pool
  return { name, cpu, memory, pods, zone, labels: { ...labels, pool: pool.name } }
}
