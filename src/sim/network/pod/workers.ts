/**
 * The threads of a serving process and the CPU they are let have. A limit is kept as the kernel's CFS bandwidth control
 * keeps it (Documentation/scheduler/sched-bwc): so much CPU time in every period of 100 ms, and when it is used up the
 * threads are throttled until the next period. A tick is such a period. Here each thread has an even share of it.
 */
import { microsPerTick } from '../load/rate.ts'

export interface Workers {
  /** When each thread is done with what it has taken on. */
  freeAt: number[]
  /** The period (tick) that each thread has used CPU in last, and how much of it. */
  period: number[]
  used: number[]
}

/** Half a nanosecond: less than that is left over by rounding. */
const nothing = 5e-4

/** As many threads as the process can use at once: its limit, or else all cores of its machine. */
export function threadsOf(limitMillis: number, machineMillis: number): number {
  const most = limitMillis > 0 ? Math.min(limitMillis, machineMillis) : machineMillis
  return Math.max(1, Math.ceil(most / 1000))
}

/** CPU time a thread has in a period, in microseconds, when the process has `millis` of a core all in all. */
export function quotaOf(millis: number, threads: number): number {
  return Math.min(microsPerTick, (millis / 1000 / threads) * microsPerTick)
}

export function idleWorkers(threads: number, since: number): Workers {
  return {
    freeAt: Array.from({ length: threads }, () => since),
    period: Array.from({ length: threads }, () => -1),
    used: Array.from({ length: threads }, () => 0),
  }
}

/** The thread that is free first. */
export function nextWorker({ freeAt }: Workers): number {
  let best = 0
  for (let i = 1; i < freeAt.length; i++) if ((freeAt[i] as number) < (freeAt[best] as number)) best = i
  return best
}

export interface Run {
  /** When it is done. */
  finish: number
  /** How long it stood still because the quota was used up. */
  throttled: number
}

/** Lets a thread work off `demand` from `start` on. `run` is filled in and answered, for this is done per request. */
export function work(
  workers: Workers,
  thread: number,
  start: number,
  demand: number,
  quota: number,
  run: Run,
): Run {
  run.throttled = 0
  if (quota >= microsPerTick) {
    run.finish = start + demand
  } else {
    let now = start
    let left = demand
    let period = Math.floor(now / microsPerTick)
    let used = workers.period[thread] === period ? (workers.used[thread] as number) : 0
    while (left > nothing) {
      const ends = (period + 1) * microsPerTick
      const may = Math.min(left, quota - used, ends - now)
      if (may > 0) {
        now += may
        used += may
        left -= may
      }
      if (left <= nothing) break
      if (quota - used <= nothing) run.throttled += ends - now
      now = ends
      period++
      used = 0
    }
    workers.period[thread] = period
    workers.used[thread] = used
    run.finish = now
  }
  workers.freeAt[thread] = run.finish
  return run
}
