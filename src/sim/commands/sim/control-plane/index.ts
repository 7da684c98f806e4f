/** `sim control-plane stop|start …`: parts of the control plane, or all of its front door. */
import type { Engine } from '../../../client/engine.ts'
import { finished } from '../../execution.ts'
import { Arguments, UsageError } from '../arguments.ts'
import type { SimVerb } from '../verb.ts'

const scheduler = 'default-scheduler'
/** Parts that run beside the controller manager. */
const others = [scheduler, 'metrics-server']
/** Without its store the API server answers nobody. */
const frontDoor = ['api-server', 'etcd']

const verb: SimVerb = {
  usage:
    'sim control-plane stop|start scheduler|controller-manager|metrics-server|api-server|etcd|CONTROLLER',
  run([action = '', ...args], { engine }) {
    if (action !== 'stop' && action !== 'start') throw new UsageError('say what to do: stop, start')
    const part = new Arguments(args, []).one('part of the control plane')
    if (frontDoor.includes(part)) engine.server.running = action === 'start'
    else for (const name of componentsOf(part, engine)) engine.controlPlane[action](name)
    return finished(0, `${part} ${action === 'stop' ? 'stopped' : 'started'}\n`)
  },
}
export default verb

function componentsOf(part: string, { controlPlane }: Engine): readonly string[] {
  const { names } = controlPlane
  if (part === 'scheduler') return [scheduler]
  if (part === 'controller-manager') return names.filter((name) => !others.includes(name))
  if (names.includes(part)) return [part]
  const known = [
    'scheduler',
    'controller-manager',
    ...frontDoor,
    ...names.filter((name) => name !== scheduler),
  ]
  throw new UsageError(`there is no "${part}" in the control plane: there is ${known.join(', ')}`)
}
