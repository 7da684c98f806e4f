import { expect, it } from 'vitest'
import { scenarioSchemaText } from '../src/lab/scenario/jsonSchema.ts'

// `npx vitest run tests/scenarioSchema.test.ts -u` writes it.
it('publishes the JSON Schema of scenario files as it is', async () => {
  await expect(scenarioSchemaText()).toMatchFileSnapshot('../public/scenario.schema.json')
})
