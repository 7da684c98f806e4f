/** `kubectl exec`: a few builtins that need nothing but the pod. Deviation: containers have no programs to run. */
import { StatusError } from '../../../../api/status.ts'
import type { Pod } from '../../../../api/types/index.ts'
import { timeText } from '../../../../core/clock.ts'
import { CommandError } from '../../errors.ts'
import { fileFlags } from '../../flags/groups.ts'
import { podsOf } from '../../resources/podsOf.ts'
import type { Call, Verb } from '../../verb.ts'

const exec: Verb = {
  summary: 'Execute a command in a container',
  usage: 'exec (POD | TYPE/NAME) [-c CONTAINER] [flags] -- COMMAND [args...] [options]',
  flags: [
    ...fileFlags,
    { name: 'container', short: 'c', type: 'string' },
    { name: 'pod-running-timeout', type: 'duration', default: '60s' },
    { name: 'quiet', short: 'q', type: 'bool' },
    { name: 'stdin', short: 'i', type: 'bool' },
    { name: 'tty', short: 't', type: 'bool' },
  ],
  run(call) {
    const [target, ...words] = call.args
    if (target === undefined) throw new CommandError('pod, type/name or --filename must be specified')
    const command = call.dash < 0 ? words : call.args.slice(call.dash)
    if (command.length === 0)
      throw new CommandError('you must specify at least one command for the container')
    const [pod] = podsOf(call, target, 'containers').pods
    if (pod === undefined) throw new CommandError(`no pods found for ${target}`)
    execute(call, pod, command)
    return undefined
  },
}
export default exec

function execute(call: Call, pod: Pod, [program = '', ...args]: readonly string[]): void {
  const name = call.flags.text('container') || pod.spec.containers[0]?.name
  const container = pod.spec.containers.find((one) => one.name === name)
  if (container === undefined)
    throw new StatusError('BadRequest', `container ${name} is not valid for pod ${pod.metadata.name}`)
  const isRunning = pod.status.containerStatuses?.some(
    (one) => one.name === name && one.state?.running !== undefined,
  )
  if (!isRunning)
    throw new CommandError(
      `Internal error occurred: unable to upgrade connection: container not found ("${name}")`,
    )
  const builtin = builtins[program]
  if (builtin === undefined) {
    const known = Object.keys(builtins).sort().join(', ')
    throw new CommandError(`the simulator's containers run no programs; builtins are ${known}`)
  }
  call.output.print(builtin({ call, pod, args, env: container.env ?? [] }))
  if (program === 'false') throw new CommandError('command terminated with exit code 1', { bare: true })
}

interface Running {
  readonly call: Call
  readonly pod: Pod
  readonly args: readonly string[]
  readonly env: readonly { readonly name: string; readonly value?: string }[]
}

const builtins: Readonly<Record<string, (running: Running) => string>> = {
  date: ({ call }) => `${timeText(call.session.engine.state.tick)}\n`,
  echo: ({ args }) => `${args.join(' ')}\n`,
  env: ({ pod, env }) =>
    [`HOSTNAME=${pod.metadata.name}`, ...env.map(({ name, value = '' }) => `${name}=${value}`)]
      .join('\n')
      .concat('\n'),
  false: () => '',
  hostname: ({ pod }) => `${pod.metadata.name}\n`,
  true: () => '',
}
