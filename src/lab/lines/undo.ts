/** `sim undo`: back to before the last line that changed the world. */
import { finished } from '../../sim/commands/execution.ts'
import type { LabLine } from './index.ts'

const line: LabLine = {
  run(_args, sitting) {
    const { applied } = sitting.position
    const last = sitting.log[applied - 1]
    if (last === undefined) return finished(1, '', 'error: sim undo: nothing to undo\n')
    sitting.seek({ tick: last.tick, applied: applied - 1 })
    return finished(0)
  },
}
export default line
