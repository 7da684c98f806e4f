/** `sim zone …`: all machines of a zone at once. */
import { finished, type Session } from '../../execution.ts'
import { Arguments, UsageError } from '../arguments.ts'
import { failMachines, modes, recoverMachines } from '../node/fail.ts'
import type { SimVerb } from '../verb.ts'

const verb: SimVerb = {
  usage: 'sim zone fail ZONE [--mode power|kubelet|network]\nsim zone recover ZONE',
  run([action = '', ...args], session) {
    if (action === 'recover') {
      return finished(0, recoverMachines(machinesOf(new Arguments(args, []).one('ZONE'), session), session))
    }
    if (action !== 'fail') throw new UsageError('say what to do: fail, recover')
    const given = new Arguments(args, ['--mode'])
    const names = machinesOf(given.one('ZONE'), session)
    return finished(0, failMachines(names, given.choice('--mode', modes, 'power'), session))
  },
}
export default verb

function machinesOf(zone: string, { engine }: Session): readonly string[] {
  const names = engine.substrate.machines
    .all()
    .filter((machine) => machine.zone === zone)
    .map(({ name }) => name)
  if (names.length === 0) throw new UsageError(`there is no machine in zone "${zone}"`)
  return names
}
