/** Runs a script in a sitting, printing as it goes: a watch shows its rows when they come. */
import type { Script, ScriptLine } from './script.ts'
import type { Sitting } from './sitting.ts'

export interface ScriptHost {
  /** Go on after a line that failed. */
  readonly keepGoing: boolean
  /** 1: standard output, 2: standard error. */
  write(descriptor: 1 | 2, text: string): unknown
  /** Told of every line that has come to its end. */
  ended?(line: string): void
}

/** Answers 0 when every line did well, else 1. Lines are read when their turn comes: a broken one fails only then. */
export function runScriptLines(sitting: Sitting, script: Script, host: ScriptHost): number {
  const steps = scriptSteps(sitting, script, host)
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

/** The same, step by step: for one who has something else to do in between. */
export function* scriptSteps(
  sitting: Sitting,
  script: Script,
  host: ScriptHost,
): Generator<undefined, number, undefined> {
  let exit = 0
  for (;;) {
    const next = readLine(script)
    if (next === undefined) return exit
    if (typeof next === 'string') {
      host.write(2, `error: ${next}\n`)
      return 1
    }
    if ((yield* runToTheEnd(sitting, next, host)) !== 0) {
      exit = 1
      if (!host.keepGoing) return exit
    }
  }
}

function readLine(script: Script): ScriptLine | string | undefined {
  try {
    return script.read()
  } catch (error) {
    return (error as Error).message
  }
}

function* runToTheEnd(
  sitting: Sitting,
  { line, stdin }: ScriptLine,
  host: ScriptHost,
): Generator<undefined, number, undefined> {
  const execution = sitting.execute(line, stdin)
  let out = 0
  let err = 0
  for (;;) {
    host.write(1, execution.stdout.slice(out))
    host.write(2, execution.stderr.slice(err))
    out = execution.stdout.length
    err = execution.stderr.length
    if (execution.exit !== undefined) break
    sitting.advance()
    yield
  }
  host.ended?.(line)
  return execution.exit
}
