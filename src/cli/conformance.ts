/** `npm run -s conformance`: holds the engine against recordings and vectors of a real 1.36 cluster. */
import { parseArgs } from 'node:util'
import { runVectors } from './conformance/vectors.ts'

const { values } = parseArgs({
  options: { vectors: { type: 'string' }, 'allow-unknown': { type: 'boolean' } },
})

const output = { out: console.log, err: console.error }

if (values.vectors === undefined) {
  output.err('conformance: give --vectors DIR')
  process.exitCode = 2
} else {
  process.exitCode = runVectors(values.vectors, { allowUnknown: values['allow-unknown'] ?? false }, output)
}
