/** `npm run -s conformance`: holds the engine against recordings and vectors of a real 1.36 cluster. */
import { parseArgs } from 'node:util'
import { runVectors } from './conformance/vectors.ts'

const output = { out: console.log, err: console.error }

/** Bad options and unreadable files are answered with 2, differences with 1. */
try {
  const { values } = parseArgs({
    options: { vectors: { type: 'string' }, 'allow-unknown': { type: 'boolean', default: false } },
  })
  if (values.vectors === undefined) throw new Error('give --vectors DIR')
  process.exitCode = runVectors(values.vectors, { allowUnknown: values['allow-unknown'] }, output)
} catch (error) {
  output.err(`conformance: ${(error as Error).message}`)
  process.exitCode = 2
}
