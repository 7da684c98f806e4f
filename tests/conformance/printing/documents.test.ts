/** Documents that kubectl 1.36 printed: read and printed again, they must be the same. */
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { jsonInFieldOrder } from '../../../src/sim/commands/print/formats/json.ts'
import { yaml } from '../../../src/sim/commands/print/formats/yaml.ts'
import documents from './documents.json' with { type: 'json' }

it.each(documents)('$command', ({ text }) => {
  const printed = text.startsWith('{')
    ? jsonInFieldOrder(JSON.parse(text))
    : yaml(parse(text, { version: '1.1' }))
  expect(printed).toBe(text)
})
