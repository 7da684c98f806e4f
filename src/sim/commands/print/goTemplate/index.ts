/** `-o go-template=…`. Deviation: named templates (`define`, `template`, `block`) are refused; error texts lack the column. */
import { runTemplate } from './evaluate.ts'
import { TemplateError } from './nodes.ts'
import { parseTemplate } from './parse.ts'

export { TemplateError } from './nodes.ts'

/** Throws a TemplateError, here for a template that cannot be read, and when printing for one that doesn't fit its data. */
export function goTemplatePrinter(template: string): (data: unknown) => string {
  const body = parsed(template)
  return (data) => {
    try {
      return runTemplate(body, data)
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error
      throw new TemplateError(
        `error executing template ${JSON.stringify(template)}: template: output: executing "output": ${error.message}`,
      )
    }
  }
}

function parsed(template: string) {
  try {
    return parseTemplate(template)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new TemplateError(`error parsing template ${template}, ${error.message}`)
  }
}
