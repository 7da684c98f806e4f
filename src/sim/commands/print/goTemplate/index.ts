/** `-o go-template=…`. Deviation: named templates (`define`, `template`, `block`) are refused; error texts lack the column. */
import type { Filling } from '../filling.ts'
import { TemplateRun } from './evaluate.ts'
import { TemplateError } from './nodes.ts'
import { parseTemplate } from './parse.ts'

export { TemplateError } from './nodes.ts'

/** Throws a TemplateError, here for a template that cannot be read, and when it is filled for one that doesn't fit its data. */
export function goTemplate(template: string): (data: unknown) => Filling {
  const body = parsed(template)
  return (data) => {
    const run = new TemplateRun(body, data)
    return {
      texts: run.texts,
      further(most) {
        try {
          return run.further(most)
        } catch (error) {
          throw error instanceof TemplateError ? failure(template, error) : error
        }
      },
    }
  }
}

function failure(template: string, { message }: TemplateError): TemplateError {
  return new TemplateError(
    `error executing template ${JSON.stringify(template)}: template: output: executing "output": ${message}`,
  )
}

function parsed(template: string) {
  try {
    return parseTemplate(template)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new TemplateError(`error parsing template ${template}, ${error.message}`)
  }
}
