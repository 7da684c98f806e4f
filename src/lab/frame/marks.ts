/** Commands and faults of a recording, as marks on the timeline. */
import type { Entry } from '../recording.ts'
import type { Mark } from './format.ts'

/** Lines that make something go wrong, by how they begin. */
const faults = [
  'sim node fail',
  'sim node pressure',
  'sim zone fail',
  'sim pod crash',
  'sim pod hang',
  'sim pod oom',
  'sim image break',
  'sim image slow',
  'sim control-plane stop',
]

export function marksOf(log: readonly Entry[]): readonly Mark[] {
  return log.map(({ tick, line }) => ({ tick, kind: isFault(line) ? 'fault' : 'command', line }))
}

export function isFault(line: string): boolean {
  const words = `${line.trim().split(/\s+/).join(' ')} `
  return faults.some((fault) => words.startsWith(`${fault} `))
}
