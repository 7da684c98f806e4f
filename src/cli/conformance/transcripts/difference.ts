/** Two texts line by line: what only the first has, what only the second has. */

/** Lines that both have in common are left out; "-" is the recording's, "+" the simulator's. */
export function difference(recorded: string, ours: string): string[] {
  if (recorded === ours) return []
  const theirs = recorded.split('\n')
  const mine = ours.split('\n')
  let start = 0
  while (start < theirs.length && start < mine.length && theirs[start] === mine[start]) start++
  let end = 0
  const shorter = Math.min(theirs.length, mine.length) - start
  while (end < shorter && theirs[theirs.length - 1 - end] === mine[mine.length - 1 - end]) end++
  return [
    ...theirs.slice(start, theirs.length - end).map((line) => `- ${line}`),
    ...mine.slice(start, mine.length - end).map((line) => `+ ${line}`),
  ]
}
