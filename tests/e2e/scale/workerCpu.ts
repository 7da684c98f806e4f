/** What the workers of a browser that this process has started have had of the processor. Linux tells; others don't. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** As Chromium and Firefox name the threads of dedicated workers. */
const workerNames = ['DedicatedWorker', 'DOM Worker']
const ticksPerSecond = 100

/** Undefined where nothing tells. */
export function workerCpuSeconds(): number | undefined {
  if (!existsSync('/proc/self/task')) return undefined
  const parents = new Map(processes().map((pid) => [pid, parentOf(pid)]))
  const isOurs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at !== undefined && at > 1; at = parents.get(at))
      if (at === process.pid) return true
    return false
  }
  return [...parents.keys()]
    .filter(isOurs)
    .flatMap((pid) => threadsOf(pid))
    .reduce((sum, stat) => sum + secondsIn(stat), 0)
}

function processes(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

/** The lines of the threads that are workers. A process may end while one looks. */
function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`)
      .map((thread) => readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8'))
      .filter((stat) => workerNames.some((name) => stat.includes(`(${name}`)))
  } catch {
    return []
  }
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(fieldsOf(readFileSync(`/proc/${pid}/stat`, 'utf8'))[1])
  } catch {
    return undefined
  }
}

function secondsIn(stat: string): number {
  const fields = fieldsOf(stat)
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** Those after the name, which may hold spaces: the state, the parent … */
function fieldsOf(stat: string): string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}
