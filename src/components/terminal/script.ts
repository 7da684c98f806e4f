/** What a reader did, as a script that the command line runs: the same world, line by line. */
import type { Save, SetupLine } from '../../state/index.ts'

const ticksPerSecond = 10

/**
 * Lines wait for their moment by the clock, so one that blocked for a while is not followed by a second wait. `setup`: of
 * the scenario that the world began with.
 */
export function scriptOf({ cluster, seed, profile, log }: Save, setup: readonly SetupLine[] = []): string {
  const beginning = [...(cluster === undefined ? [] : [{ run: cluster }]), ...setup]
  const lines = beginning.map(({ run, ...more }) =>
    withDocument(
      run.startsWith('sim cluster') ? seeded(run, seed, profile) : run,
      'stdin' in more ? more.stdin : undefined,
    ),
  )
  let now = 0
  for (const { tick, line, stdin } of log) {
    if (tick > now)
      lines.push(`sim wait --for 'seconds() >= ${(tick / ticksPerSecond).toFixed(1)}' --timeout 30d`)
    now = tick
    lines.push(withDocument(line, stdin))
  }
  return lines.map((line) => `${line}\n`).join('')
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
