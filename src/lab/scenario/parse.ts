/**
 * Reads a scenario file. It may come from a stranger: nothing in it is run, and everything in it is bounded. The parsers
 * used here are large, so that whoever reads files in a browser imports this module when it is needed.
 */
import * as v from 'valibot'
import { type Document, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { assemble } from './assemble.ts'
import { checkRules, type Path } from './rules.ts'
import type { Scenario } from './scenario.ts'
import { scenarioFile } from './shape.ts'
import { type Size, withSizes } from './sizes.ts'

const largestFile = 256 * 1024
const mostProblems = 20

export interface Problem {
  readonly line: number
  readonly column: number
  readonly expected: string
}

/** `message`: "file:line:column: what was expected", a line for each problem. */
export class ScenarioError extends Error {
  readonly problems: readonly Problem[]

  constructor(file: string, problems: readonly Problem[]) {
    super(problems.map(({ line, column, expected }) => `${file}:${line}:${column}: ${expected}`).join('\n'))
    this.name = 'ScenarioError'
    this.problems = problems
  }
}

/** Throws a ScenarioError. `file` is a name for messages; `size` matters where the scenario has sizes. */
export function parseScenario(text: string, file: string, size: Size = 'full'): Scenario {
  if (text.length > largestFile) throw new ScenarioError(file, [problem(1, 1, 'a file of at most 256 KB')])
  const source = readYaml(text, file)
  const read = v.safeParse(scenarioFile, withSizes(source.value, size))
  if (!read.success)
    refuse(
      file,
      read.issues.map((issue) => source.at(pathOf(issue), expectation(issue), isAboutKey(issue))),
    )
  const problems: Problem[] = []
  checkRules(read.output, (path, expected) => problems.push(source.at(path, expected)))
  if (problems.length > 0) refuse(file, problems)
  return assemble(read.output)
}

function refuse(file: string, problems: readonly Problem[]): never {
  const inOrder = problems.toSorted((a, b) => a.line - b.line || a.column - b.column)
  throw new ScenarioError(file, inOrder.slice(0, mostProblems))
}

interface Source {
  readonly value: unknown
  at(path: Path, expected: string, ofKey?: boolean): Problem
}

function readYaml(text: string, file: string): Source {
  const lines = new LineCounter()
  const place = (offset: number, expected: string) => {
    const { line, col } = lines.linePos(offset)
    return problem(Math.max(line, 1), Math.max(col, 1), expected)
  }
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
    // What follows the first fault mostly follows from it.
    const fault = document.errors[0] ?? document.warnings[0]
    if (fault !== undefined) refuse(file, [place(fault.pos[0], unreadable(fault))])
    const repeated = repeatedKey(document)
    if (repeated !== undefined)
      refuse(file, [place(repeated.offset, `${repeated.key} stands here a second time`)])
    return {
      value: document.toJS({ maxAliasCount: 0 }) as unknown,
      at: (path, expected, ofKey = false) => place(offsetOf(document, path, ofKey), expected),
    }
  } catch (error) {
    if (error instanceof ScenarioError) throw error
    throw new ScenarioError(file, [problem(1, 1, unreadable(error as Error))])
  }
}

function unreadable(error: Error): string {
  if (error instanceof RangeError || /call stack/i.test(error.message))
    return 'YAML that is not nested so deeply'
  return error instanceof ReferenceError ? 'YAML without aliases' : error.message
}

/** The package's own check compares every key with every other: too slow for a file made to be. */
function repeatedKey(document: Document): { readonly key: string; readonly offset: number } | undefined {
  let found: { readonly key: string; readonly offset: number } | undefined
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        if (seen.has(key.value)) found ??= { key: String(key.value), offset: key.range?.[0] ?? 0 }
        seen.add(key.value)
      }
    },
  })
  return found
}

/** Where the value at a path stands, or its key; where there is none, the nearest thing around it. */
function offsetOf(document: Document, path: Path, ofKey: boolean): number {
  for (let length = path.length - (ofKey ? 1 : 0); length >= 0; length--) {
    const around = document.getIn(path.slice(0, length), true)
    const pair = isMap(around)
      ? around.items.find(({ key }) => (key as { value?: unknown }).value === path[length])
      : undefined
    const node = (pair?.[ofKey ? 'key' : 'value'] ?? pair?.key ?? around) as
      | { range?: readonly [number, number, number] }
      | undefined
    if (node?.range) return node.range[0]
  }
  return 0
}

function pathOf(issue: v.BaseIssue<unknown>): Path {
  return (issue.path ?? []).map((item) => item.key as string | number)
}

function isAboutKey(issue: v.BaseIssue<unknown>): boolean {
  const last = issue.path?.at(-1)
  return last !== undefined && 'origin' in last && last.origin === 'key'
}

function expectation(issue: v.BaseIssue<unknown>): string {
  if (issue.type !== 'strict_object') return `expected ${issue.message}`
  if (issue.path === undefined || issue.expected === 'Object') return 'expected fields, each with its value'
  const key = String(issue.path.at(-1)?.key)
  return issue.expected === 'never' ? `there is no field ${key} here` : `${key} is missing`
}

function problem(line: number, column: number, expected: string): Problem {
  return { line, column, expected }
}
