/** The JSON Schema of scenario files, for editors: the same shape that the reader keeps to. */
import { toJsonSchema } from '@valibot/to-json-schema'
import { scenarioFile } from './shape.ts'

export function scenarioSchemaText(): string {
  const schema = toJsonSchema(scenarioFile, { typeMode: 'input', errorMode: 'ignore' })
  const whole = { $schema: 'http://json-schema.org/draft-07/schema#', title: 'Kubeloop scenario', ...schema }
  return `${JSON.stringify(whole, null, 2)}\n`
}
