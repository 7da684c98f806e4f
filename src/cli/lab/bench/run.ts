/** What `lab bench NAME` is: a file in `runs/`, found by its name. */
export type Figures = Readonly<Record<string, number | string>>

export interface Report {
  /** For people. */
  readonly lines: readonly string[]
  /** The same for programs, by name: what baselines are kept of. */
  readonly figures: Figures
}

export interface BenchRun<Flags extends Readonly<Record<string, string>> = Readonly<Record<string, string>>> {
  readonly defaults: Flags
  run(flags: { readonly [K in keyof Flags]: string }): Report
}

/** Keeps the names of a run's flags for its `run`. */
export function benchRun<const Flags extends Readonly<Record<string, string>>>(
  run: BenchRun<Flags>,
): BenchRun<Flags> {
  return run
}
