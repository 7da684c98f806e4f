/** Whether an expression is CEL at all, and asks for no endless work: as much as can be known without a world. */
import { Environment } from '@marcbachmann/cel-js'
import { WorkLimit } from './conditionWork.ts'

const environment = new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false })

/** What is wrong with it, in a line; undefined: nothing. */
export function grammarFlawOf(expression: string): string | undefined {
  try {
    new WorkLimit(environment.parse(expression).ast)
    return undefined
  } catch (error) {
    return ((error as Error).message.split('\n')[0] as string).trim()
  }
}
