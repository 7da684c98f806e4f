/** Every second of the load that is looked at, and the one where the playhead stands. */
import { useMemo } from 'react'
import {
  secondColumn,
  secondWords,
  session,
  useSession,
  useWorld,
  type World,
  watchedLoad,
} from '../../../state/index.ts'

export interface Moment {
  /** At which its second begins. */
  readonly tick: number
  readonly served: number
  readonly failed: number
  /** Milliseconds; below zero: nothing was served. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** CPU used as a share of what is requested; below zero: nothing is requested. */
  readonly used: number
  readonly endpoints: number
}

const ticksPerSecond = 10

export function useMoments(): readonly Moment[] {
  const seconds = useWorld((world) => world.trafficSeconds)
  const watched = useSession((state) => state.watched)
  const load = useWorld((world) => numberOf(world, watched))
  return useMemo(() => momentsOf(seconds, load), [seconds, load])
}

/** The last whole second before the playhead. */
export function useMomentNow(moments: readonly Moment[]): Moment | undefined {
  const second = useSession(({ clock }) => Math.floor(clock.tick / ticksPerSecond) - 1)
  return useMemo(() => moments.findLast(({ tick }) => tick <= second * ticksPerSecond), [moments, second])
}

function numberOf(world: World, _watched: number): number {
  const load = watchedLoad(world, session.getState())
  return load === undefined ? 0 : world.loads.findIndex(({ id }) => id === load.id)
}

export function momentsOf(rows: readonly number[], load: number): readonly Moment[] {
  const moments: Moment[] = []
  for (let at = 0; at < rows.length; at += secondWords) {
    const column = (name: keyof typeof secondColumn) => rows[at + secondColumn[name]] as number
    if (column('load') !== load) continue
    moments.push({
      tick: column('second') * ticksPerSecond,
      served: column('served'),
      failed: column('failed'),
      p50: column('p50'),
      p95: column('p95'),
      p99: column('p99'),
      used: column('requested') > 0 ? column('cpu') / column('requested') : -1,
      endpoints: column('endpoints'),
    })
  }
  return moments
}
