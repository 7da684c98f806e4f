/**
 * The benchmarks with their baselines: `npm run bench`. Exit codes: 0 all as it should be, 1 a figure is not, 2 bad
 * options.
 */
import { runBench } from './bench/index.ts'
import { write } from './lab/output.ts'

process.exitCode = runBench(process.argv.slice(2), (text) => write(1, text))
