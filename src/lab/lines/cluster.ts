import { finished } from '../../sim/commands/execution.ts'
import { clusterHelp } from '../cluster.ts'
import type { LabLine } from './index.ts'

const line: LabLine = {
  run(args, sitting, text) {
    if (args.includes('--help') || args.includes('-h')) return finished(0, clusterHelp)
    try {
      sitting.newCluster(text)
      return finished(0)
    } catch (error) {
      return finished(1, '', `error: sim cluster: ${(error as Error).message}\n`)
    }
  },
}
export default line
