/** A bench as data: a file in `bench/cases`, known by its name. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What is made of a figure. A counter follows from the world alone: it is the same in every run, and the same as in the
 * baseline. A ratio was taken within one run and is held to the baseline. A measure depends on the machine: it is told.
 */
export type FigureKind = 'counter' | 'ratio' | 'measure'

export interface FigurePlan {
  readonly kind: FigureKind
  /** "s CPU"; absent for numbers of things. */
  readonly unit?: string
  readonly better?: 'lower' | 'higher'
  /** The median shall be at least this good. */
  readonly target?: number
  /** In no run may it be more than twice what it is in another: code that is compiled well only now and then shows so. */
  readonly steady?: boolean
}

export interface BenchCase {
  readonly name: string
  /** One sentence: what is measured. */
  readonly what: string
  /** A script of the repository with its arguments; it prints its figures as one object of JSON. */
  readonly command: readonly string[]
  /** Processes to run it in, one after another. Absent: five. */
  readonly runs?: number
  readonly figures: Readonly<Record<string, FigurePlan>>
}

/** In the order of their names. */
export function readCases(folder: string): readonly BenchCase[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.json'.length)
      return { ...JSON.parse(readFileSync(join(folder, file), 'utf8')), name }
    })
}
