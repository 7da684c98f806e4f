/**
 * Conditions over a world, in CEL: `deployment('web').status.readyReplicas == 5`, `pods('app=web').all(p, ready(p))`,
 * `gaps() == 0`. An object that doesn't exist, like any other mistake, makes the whole condition an error, and a
 * condition that errors counts as unmet.
 */
import type { Environment, ParseResult } from '@marcbachmann/cel-js'
import type { Simulation } from '../sim/world/simulation.ts'
import { conditionEnvironment } from './conditionFunctions.ts'
import { ConditionScope } from './conditionScope.ts'
import { WorkLimit } from './conditionWork.ts'
import type { Moment } from './moment.ts'

const longestCondition = 4096
/** A wait asks for one at every tick, a scenario for a handful. */
const mostPrograms = 50

interface Program {
  readonly run: ParseResult
  readonly work: WorkLimit
}

interface Conditions {
  readonly scope: ConditionScope
  readonly environment: Environment
  readonly programs: Map<string, Program>
}

/** True, false, or what is wrong with the expression. */
export function evaluateCondition(world: Simulation, expression: string, since?: Moment): boolean | string {
  try {
    const value = evaluateExpression(world, expression, since)
    return typeof value === 'boolean' ? value : 'not a condition: it is neither true nor false'
  } catch (error) {
    return firstLine(error)
  }
}

/** What an expression gives, as the CEL package has it: whole numbers are bigints. Throws an Error where it errors. */
export function evaluateExpression(world: Simulation, expression: string, since?: Moment): unknown {
  const { scope } = conditionsOf(world)
  const { run, work } = compiled(world, expression)
  scope.since = since
  scope.spend = (steps) => work.spend(steps)
  return work.watch(() => run({}) as unknown)
}

/** What makes the expression wrong in every world: its grammar, its types, or the work it asks for. */
export function flawOf(world: Simulation, expression: string): string | undefined {
  try {
    const { run, work } = compiled(world, expression)
    const { valid, error } = run.check()
    if (!valid) return firstLine(error)
    evaluateCondition(world, expression)
    return work.exceeded
  } catch (error) {
    return firstLine(error)
  }
}

function compiled(world: Simulation, expression: string): Program {
  if (expression.length > longestCondition)
    throw new Error(`the condition is longer than ${longestCondition} characters`)
  const { environment, programs } = conditionsOf(world)
  let program = programs.get(expression)
  if (program === undefined) {
    if (programs.size >= mostPrograms) programs.clear()
    const run = environment.parse(expression)
    program = { run, work: new WorkLimit(run.ast) }
    programs.set(expression, program)
  }
  return program
}

function firstLine(error: unknown): string {
  return ((error as Error).message.split('\n')[0] as string).trim()
}

const conditions = new WeakMap<Simulation, Conditions>()

function conditionsOf(world: Simulation): Conditions {
  let found = conditions.get(world)
  if (found === undefined) {
    const scope = new ConditionScope(world)
    found = { scope, environment: conditionEnvironment(scope), programs: new Map() }
    conditions.set(world, found)
  }
  return found
}
