/** `sim back 10s` or `sim back NAME`: the world as it was. The recording stays; the first new line forks it. */
import { finished } from '../../sim/commands/execution.ts'
import { parseDuration } from '../duration.ts'
import type { LabLine } from './index.ts'

const line: LabLine = {
  run(args, sitting) {
    const [where, extra] = args
    if (where === undefined || extra !== undefined) {
      return finished(1, '', 'error: sim back: give a duration (10s) or the name of a checkpoint\n')
    }
    const checkpoint = sitting.checkpoints.get(where)
    const ticks = parseDuration(where)
    if (checkpoint === undefined && ticks === undefined) {
      return finished(1, '', `error: sim back: no checkpoint "${where}"\n`)
    }
    const tick = sitting.world.tick - (ticks ?? 0)
    if (checkpoint === undefined && tick < 0) {
      const age = `${sitting.world.tick / 10}s`
      return finished(1, '', `error: sim back: this world began only ${age} ago\n`)
    }
    sitting.seek(checkpoint ?? sitting.positionAt(tick))
    return finished(0)
  },
}
export default line
