/** `sim checkpoint NAME` marks this moment, for `sim back NAME`. */
import { finished } from '../../sim/commands/execution.ts'
import type { LabLine } from './index.ts'

const line: LabLine = {
  run(args, sitting) {
    const [name, extra] = args
    if (name === undefined || extra !== undefined || !/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,62}$/u.test(name)) {
      return finished(1, '', 'error: sim checkpoint: give one name of letters, digits, ".", "-" or "_"\n')
    }
    sitting.checkpoints.set(name, sitting.position)
    return finished(0)
  },
}
export default line
