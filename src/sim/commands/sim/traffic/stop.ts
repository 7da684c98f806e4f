/** `sim traffic stop`: nobody asks any more. What is under way is still answered. */
import { type Execution, finished, type Session } from '../../execution.ts'
import { Arguments, UsageError } from '../arguments.ts'
import { targetOf } from './target.ts'

export function stopLoads(args: readonly string[], session: Session): Execution {
  const { loads } = session.engine.substrate
  if (args.length === 1 && args[0] === '--all') {
    const all = loads.all()
    for (const { id } of all) loads.stop(id)
    return finished(0, all.map(({ id }) => `traffic to ${id} stopped\n`).join(''))
  }
  const given = new Arguments(args, ['-n', '--namespace'])
  const namespace = given.text('-n') ?? given.text('--namespace') ?? 'default'
  const target = targetOf(given.one('TARGET'), namespace)
  if (!loads.stop(target.id)) throw new UsageError(`there is no traffic to ${target.text}`)
  return finished(0, `traffic to ${target.text} stopped\n`)
}
