/** `sim node …`: machines come and go, fail and recover. */
import type { Execution, Session } from '../../execution.ts'
import { finished } from '../../execution.ts'
import { UsageError } from '../arguments.ts'
import type { SimVerb } from '../verb.ts'
import { add } from './add.ts'
import { fail, pressure, recover } from './fail.ts'
import { remove } from './remove.ts'

const actions: Readonly<Record<string, (args: readonly string[], session: Session) => string>> = {
  add,
  fail,
  pressure,
  recover,
  remove,
}

const verb: SimVerb = {
  usage: [
    'sim node add [NAME] [--count N] [--cpu 4] [--memory 16Gi] [--pods 110] [--zone ZONE] [--pool POOL]',
    'sim node remove|recover NAME…',
    'sim node fail NAME… [--mode power|kubelet|network]',
    'sim node pressure NAME… [--of memory|disk|pid]',
  ].join('\n'),
  run([action = '', ...args], session): Execution {
    const run = Object.hasOwn(actions, action) ? actions[action] : undefined
    if (run === undefined) throw new UsageError(`say what to do: ${Object.keys(actions).join(', ')}`)
    return finished(0, run(args, session))
  },
}
export default verb
