/** In a browser's worker: runs the bench's workload that it is told, and tells its hashes. */
import { runToCheckpoints } from '../../../src/cli/lab/bench/checkpoints.ts'

addEventListener('message', ({ data }) => postMessage(runToCheckpoints(data)))
