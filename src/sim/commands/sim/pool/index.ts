/** `sim pool …`: groups of like machines that the cloud brings and takes away. */
import { finished, type Session } from '../../execution.ts'
import { UsageError } from '../arguments.ts'
import type { SimVerb } from '../verb.ts'
import { add } from './add.ts'
import { breakPool, fixPool, remove, scale } from './scale.ts'
import { cost, list } from './tables.ts'

const actions: Readonly<Record<string, (args: readonly string[], session: Session) => string>> = {
  add,
  break: breakPool,
  cost,
  fix: fixPool,
  list,
  remove,
  scale,
}

const verb: SimVerb = {
  usage: [
    'sim pool add NAME [--min 0] [--max 10] [--nodes N] [--cpu 4] [--memory 16Gi] [--pods 110] [--zones a,b]',
    '    [--labels tier=spot] [--price 0.20] [--boot 60s]',
    'sim pool scale POOL SIZE',
    'sim pool remove|break|fix POOL',
    'sim pool list|cost',
  ].join('\n'),
  run([action = '', ...args], session) {
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined
    if (run === undefined) throw new UsageError(`say what to do: ${Object.keys(actions).join(', ')}`)
    return finished(0, run(args, session))
  },
}
export default verb
