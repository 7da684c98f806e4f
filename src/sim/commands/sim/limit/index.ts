/** `sim limit …`: how many calls a second a component may make to the API server. */
import type { LimitedClient } from '../../../client/limits.ts'
import { finished } from '../../execution.ts'
import { Arguments, UsageError } from '../arguments.ts'
import type { SimVerb } from '../verb.ts'

const clients: readonly LimitedClient[] = ['controller-manager', 'scheduler']
const most = 1_000_000

const verb: SimVerb = {
  usage: 'sim limit controller-manager|scheduler [--qps N] [--burst N]',
  run(args, { engine }) {
    const given = new Arguments(args, ['--qps', '--burst'])
    const word = given.one(clients.join(' or '))
    const client = clients.find((one) => one === word)
    if (client === undefined)
      throw new UsageError(`there is no limit for "${word}": give ${clients.join(' or ')}`)
    const current = engine.limits.of(client)
    const qps = given.integer('--qps', 1, most) ?? current.qps
    const burst = given.integer('--burst', 1, most) ?? current.burst
    engine.limits.set(client, { qps, burst })
    return finished(0, `${client}: ${qps} calls a second, burst ${burst}\n`)
  },
}
export default verb
