/** `sim branch NAME`: forks a branch here and goes on in it; a name that exists is returned to. Alone: lists them. */
import { finished } from '../../sim/commands/execution.ts'
import type { LabLine } from './index.ts'

const line: LabLine = {
  run(args, sitting) {
    const [name, extra] = args
    if (name === undefined) return finished(0, `${listOf(sitting.branch, [...sitting.branches.keys()])}\n`)
    if (extra !== undefined || !/^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,62}$/u.test(name)) {
      return finished(1, '', 'error: sim branch: give one name of letters, digits, ".", "-" or "_"\n')
    }
    if (name === sitting.branch) return finished(0)
    const { origin, log, position } = sitting
    const other = sitting.branches.get(name)
    sitting.branches.set(sitting.branch, { origin, log, position })
    sitting.branch = name
    if (other === undefined) sitting.forgetFuture()
    else {
      sitting.branches.delete(name)
      sitting.adopt(other.origin, other.log, other.position, () => sitting.options.onReplay?.(sitting.world))
    }
    return finished(0)
  },
}
export default line

function listOf(present: string, others: readonly string[]): string {
  return [present, ...others]
    .sort()
    .map((name) => `${name === present ? '* ' : '  '}${name}`)
    .join('\n')
}
