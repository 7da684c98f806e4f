import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { schemaText } from './generate-schema.mjs'

it('generates the schema that is committed', () => {
  const committed = new URL('../src/sim/api/schema/schema-1.36.json', import.meta.url)
  expect(schemaText()).toBe(readFileSync(committed, 'utf8'))
})
