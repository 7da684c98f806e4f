/** `sim why KIND/NAME`: why something is as it is. */
import { kindForResource } from '../../../api/kinds/index.ts'
import { type Execution, finished, type Session } from '../../execution.ts'
import { Arguments, UsageError } from '../arguments.ts'
import type { SimVerb } from '../verb.ts'

const verb: SimVerb = {
  usage: 'sim why KIND/NAME [-n NAMESPACE]\nsim why pool/NAME',
  run(args, session) {
    const given = new Arguments(args, ['-n', '--namespace'])
    const [resource = '', name = '', ...more] =
      given.words.length === 2 ? given.words : given.one('KIND/NAME').split('/')
    if (resource === 'pool' || resource === 'pools') return whyPool(name, session)
    const kind = kindForResource(resource)
    if (name === '' || more.length > 0) throw new UsageError('give one KIND/NAME')
    if (kind === undefined) throw new UsageError(`there is no kind "${resource}" here`)
    const namespace = kind.namespaced ? (given.text('-n') ?? given.text('--namespace') ?? 'default') : ''
    const lines = session.why(resource, namespace, name)
    if (lines === undefined) throw new UsageError(`there is no ${kind.singular} "${name}"`)
    return finished(0, `${lines.join('\n')}\n`)
  },
}
export default verb

function whyPool(name: string, session: Session): Execution {
  const lines = session.why('pool', '', name)
  if (lines === undefined) throw new UsageError(`there is no pool "${name}"`)
  return finished(0, `${lines.join('\n')}\n`)
}
