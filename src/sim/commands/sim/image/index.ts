/** `sim image …`: what pulling an image is like. */
import { beginFault, endFault } from '../../../faults/index.ts'
import { finished } from '../../execution.ts'
import { Arguments, UsageError } from '../arguments.ts'
import type { SimVerb } from '../verb.ts'

const verb: SimVerb = {
  usage: 'sim image break|slow IMAGE [--for 30s]\nsim image fix IMAGE',
  run([action = '', ...args], { engine, cause }) {
    if (action === 'fix') {
      const image = new Arguments(args, []).one('IMAGE')
      endFault(engine, 'image-broken', image, cause.last)
      endFault(engine, 'image-slow', image, cause.last)
      return finished(0, `image ${image} fixed\n`)
    }
    if (action !== 'break' && action !== 'slow') throw new UsageError('say what to do: break, fix, slow')
    const given = new Arguments(args, ['--for'])
    const image = given.one('IMAGE')
    const lasts = given.duration('--for')
    const fault = action === 'break' ? 'image-broken' : 'image-slow'
    beginFault(engine, fault, image, lasts === undefined ? {} : { lasts }, cause.last)
    return finished(0, `image ${image} is ${action === 'break' ? 'broken' : 'slow to pull'}\n`)
  },
}
export default verb
