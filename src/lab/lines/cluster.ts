import { type Execution, finished } from '../../sim/commands/execution.ts'
import { clusterHelp } from '../cluster.ts'
import type { Sitting } from '../sitting.ts'
import type { LabLine } from './index.ts'

const line: LabLine = {
  run(args, sitting, text) {
    if (args.includes('--help') || args.includes('-h')) return finished(0, clusterHelp)
    try {
      if (sitting.options.foundsInRounds === true) return founding(sitting, text)
      sitting.newCluster(text)
      return finished(0)
    } catch (error) {
      return finished(1, '', `error: sim cluster: ${(error as Error).message}\n`)
    }
  },
}
export default line

/** Over when the cluster is up. */
function founding(sitting: Sitting, text: string): Execution {
  sitting.foundCluster(text)
  return {
    stdout: '',
    stderr: '',
    get exit() {
      return sitting.isFounded ? 0 : undefined
    },
    poll() {},
    wakeAt: Number.POSITIVE_INFINITY,
  }
}
