/** `npm run -s conformance`: holds the engine against recordings and vectors of a real 1.36 cluster. */
import { parseArgs } from 'node:util'
import { runTraces } from './conformance/traces/index.ts'
import { runTranscripts } from './conformance/transcripts/index.ts'
import { runVectors } from './conformance/vectors.ts'

const output = { out: console.log, err: console.error }

/** Bad options and unreadable files are answered with 2, differences with 1. */
try {
  const { values } = parseArgs({
    options: {
      vectors: { type: 'string' },
      traces: { type: 'string' },
      transcripts: { type: 'string' },
      'allow-unknown': { type: 'boolean', default: false },
    },
  })
  const options = { allowUnknown: values['allow-unknown'] }
  const exits: number[] = []
  if (values.vectors !== undefined) exits.push(runVectors(values.vectors, options, output))
  if (values.traces !== undefined) exits.push(runTraces(values.traces, options, output))
  if (values.transcripts !== undefined) exits.push(runTranscripts(values.transcripts, output))
  if (exits.length === 0) throw new Error('give --vectors DIR, --traces DIR or --transcripts DIR')
  process.exitCode = Math.max(...exits)
} catch (error) {
  output.err(`conformance: ${(error as Error).message}`)
  process.exitCode = 2
}
