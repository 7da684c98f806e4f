/**
 * Processor time of the thread that steps the world. Others of the process collect and compile meanwhile, and the clock on
 * the wall counts what other processes do. Where the system doesn't tell it, that of the whole process.
 */
import { openSync, readSync } from 'node:fs'

/** Nanoseconds on a processor stand first. The main thread has the number of its process. */
const descriptor = opened(`/proc/self/task/${process.pid}/schedstat`)
const text = Buffer.alloc(64)

export function threadSeconds(): number {
  if (descriptor === undefined) return processSeconds()
  const length = readSync(descriptor, text, 0, text.length, 0)
  return Number.parseInt(text.toString('latin1', 0, length), 10) / 1e9
}

export function processSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function opened(path: string): number | undefined {
  try {
    return openSync(path, 'r')
  } catch {
    return undefined
  }
}
