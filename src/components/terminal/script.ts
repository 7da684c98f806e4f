/** What a reader did, as a script that the command line runs: the same world, line by line. */
import type { Save, SetupLine } from '../../state/index.ts'

const ticksPerSecond = 10

/**
 * Each line waits for its own moment of the clock, so that one that blocked is not followed by a wait too long. `setup`: of
 * the scenario that the world began with.
 */
export function scriptOf(
  { cluster, seed, profile, log, at }: Save,
  setup: readonly SetupLine[] = [],
): string {
  const beginning = [...(cluster === undefined ? [] : [{ run: cluster }]), ...setup].map(
    ({ run, stdin }: SetupLine) =>
      withDocument(run.startsWith('sim cluster') ? seeded(run, seed, profile) : run, stdin),
  )
  const lines = log.flatMap(({ tick, line, stdin }, index) => [
    ...(tick > (log[index - 1]?.tick ?? 0) ? [`sim wait --until ${tick / ticksPerSecond}s`] : []),
    withDocument(index < log.length - 1 ? notBlocking(line) : line, stdin),
  ])
  if (at > (log.at(-1)?.tick ?? 0)) lines.push(`sim wait --until ${at / ticksPerSecond}s`)
  return [...beginning, ...lines].map((line) => `${line}\n`).join('')
}

/** The line after it may have come before its end: on the screen, one does not wait for the other. */
function notBlocking(line: string): string {
  return /^\s*kubectl\s+delete\s/.test(line) && !/\s--wait\b/.test(line) ? `${line} --wait=false` : line
}

function seeded(line: string, seed: number, profile: Save['profile']): string {
  const given = (option: string) => new RegExp(`\\s--${option}[ =]`).test(line)
  const withSeed = given('seed') ? line : `${line} --seed ${seed}`
  return profile === undefined || given('profile') ? withSeed : `${withSeed} --profile ${profile}`
}

/** A marker that no line of the document is, so that it ends where it should. */
function withDocument(line: string, stdin: string | undefined): string {
  if (stdin === undefined) return line
  const lines = stdin.replace(/\n$/, '').split('\n')
  let marker = 'EOF'
  while (lines.some((one) => one.trim() === marker)) marker = `${marker}_`
  return [`${line} <<'${marker}'`, ...lines, marker].join('\n')
}
