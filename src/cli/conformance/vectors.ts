/**
 * Runs conformance vectors: files of cases, each an input and what Kubernetes makes of it. A file is known by its path
 * below the directory, and run by the adaptor of the same path in `vectors/`, which puts the input to the engine's own
 * functions.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** True: the engine agrees. A text: how it differs; it may start with `notModelled`. */
export type Verdict = boolean | string

// biome-ignore lint/suspicious/noExplicitAny: every file of vectors has its own shape.
export type Adaptor = (testCase: any, file: any) => Verdict

export interface VectorOptions {
  /** Names and cases that are not modelled do not fail the run. */
  readonly allowUnknown: boolean
}

export interface Output {
  out(line: string): void
  err(line: string): void
}

export const notModelled = 'not modelled:'

/** Prints a line for each file, failing cases to `err`; answers with the exit code. */
export function runVectors(directory: string, options: VectorOptions, output: Output): number {
  const names = vectorNames(directory)
  const results = names.map((name) => runFile(name, readVectors(directory, name), output))
  const failed = results.some((result) => result.failed > 0)
  const unknown = results.some((result) => result.unknown > 0)
  return failed || (unknown && !options.allowUnknown) ? 1 : 0
}

/** Adaptors by name: "computed/fenceposts". */
export const adaptors: ReadonlyMap<string, Adaptor> = new Map(
  Object.entries(
    import.meta.glob<{ default?: Adaptor }>(['./vectors/**/*.ts', '!./vectors/**/*.test.ts'], {
      eager: true,
    }),
  ).flatMap(([path, module]) => {
    const name = path.replace(/^\.\/vectors\//, '').replace(/\.ts$/, '')
    return module.default ? [[name, module.default] as const] : []
  }),
)

interface FileResult {
  readonly failed: number
  readonly unknown: number
}

interface Vectors {
  readonly file: unknown
  readonly cases: readonly unknown[]
}

function runFile(name: string, { file, cases }: Vectors, output: Output): FileResult {
  const adaptor = adaptors.get(name)
  if (!adaptor) {
    output.out(`${name}: 0/${cases.length} not modelled`)
    return { failed: 0, unknown: 1 }
  }
  let failed = 0
  let unknown = 0
  cases.forEach((testCase, index) => {
    const verdict = judge(adaptor, testCase, file)
    if (verdict === true) return
    if (typeof verdict === 'string' && verdict.startsWith(notModelled)) unknown++
    else failed++
    output.err(`${name} [${caseName(testCase, index)}] ${verdict === false ? 'differs' : verdict}`)
  })
  output.out(`${name}: ${cases.length - failed - unknown}/${cases.length}`)
  return { failed, unknown }
}

/** An adaptor that throws has found a difference: the engine refused what Kubernetes takes. */
function judge(adaptor: Adaptor, testCase: unknown, file: unknown): Verdict {
  try {
    return adaptor(testCase, file)
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  }
}

function caseName(testCase: unknown, index: number): string {
  const name = (testCase as { name?: unknown } | null)?.name
  return typeof name === 'string' ? name : `case ${index}`
}

/** Every JSON file below the directory, without `.json`, sorted. */
function vectorNames(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => relative(directory, join(entry.parentPath ?? entry.path, entry.name)))
    .map((path) => path.slice(0, -'.json'.length).split(sep).join('/'))
    .sort()
}

/** A file is a list of cases, or an object that has one. */
function readVectors(directory: string, name: string): Vectors {
  const file: unknown = JSON.parse(readFileSync(join(directory, `${name}.json`), 'utf8'))
  const cases: unknown = Array.isArray(file) ? file : (file as { cases?: unknown } | null)?.cases
  if (!Array.isArray(cases)) throw new Error(`${name}.json holds no list of cases`)
  return { file, cases }
}
