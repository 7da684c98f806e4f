/**
 * `kubectl logs` (k8s.io/kubectl/pkg/cmd/logs, v1.36). Deviation: containers have no output of their own; what is
 * printed is their life, a line for each step.
 */
import type { Kind } from '../../../../api/kind.ts'
import { Pods } from '../../../../api/kinds/pod/index.ts'
import { StatusError } from '../../../../api/status.ts'
import type { Pod } from '../../../../api/types/index.ts'
import { CommandError, usageError } from '../../errors.ts'
import { selectorFlag } from '../../flags/groups.ts'
import { selectorFilter } from '../../resources/filter.ts'
import { podsOf } from '../../resources/podsOf.ts'
import type { Call, Verb } from '../../verb.ts'
import { lifeOf } from './life.ts'

const logs: Verb = {
  summary: 'Print the logs for a container in a pod',
  usage: 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER] [options]',
  flags: [
    selectorFlag,
    { name: 'all-containers', type: 'bool' },
    { name: 'all-pods', type: 'bool' },
    { name: 'container', short: 'c', type: 'string' },
    { name: 'follow', short: 'f', type: 'bool' },
    { name: 'ignore-errors', type: 'bool' },
    { name: 'limit-bytes', type: 'int' },
    { name: 'max-log-requests', type: 'int', default: '5' },
    { name: 'pod-running-timeout', type: 'duration', default: '20s' },
    { name: 'prefix', type: 'bool' },
    { name: 'previous', short: 'p', type: 'bool' },
    { name: 'since', type: 'duration' },
    { name: 'since-time', type: 'string' },
    { name: 'tail', type: 'int', default: '-1' },
    { name: 'timestamps', type: 'bool' },
  ],
  run(call) {
    const { flags, args } = call
    if (args.length === 0 && flags.text('selector') === '') throw usageError('logs', needsPod)
    if (flags.on('follow')) throw new CommandError('the simulator does not follow logs; ask again later')
    for (const pod of podsMeant(call))
      for (const name of containersMeant(call, pod)) printLog(call, pod, name)
    return undefined
  },
}
export default logs

const needsPod =
  "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\nPOD or TYPE/NAME is a required argument for the logs command"

function podsMeant(call: Call): readonly Pod[] {
  const { flags, args, api, namespace } = call
  if (flags.text('selector') !== '') {
    const pods = selectorFilter(flags.text('selector')).list(api, Pods as Kind, namespace) as readonly Pod[]
    if (pods.length === 0) call.output.printError(`No resources found in ${namespace} namespace.\n`)
    return pods
  }
  const { pods, isNamed } = podsOf(call, args[0] as string, 'logs')
  if (isNamed || flags.on('all-pods')) return pods
  if (pods.length > 1) {
    call.output.printError(`Found ${pods.length} pods, using pod/${pods[0]?.metadata.name}\n`)
  }
  return pods.slice(0, 1)
}

function containersMeant(call: Call, pod: Pod): readonly string[] {
  const names = [...(pod.spec.initContainers ?? []), ...pod.spec.containers].map(({ name }) => name)
  const asked = call.flags.text('container') || (call.args[1] ?? '')
  if (asked !== '') {
    if (names.includes(asked)) return [asked]
    throw new StatusError('BadRequest', `container ${asked} is not valid for pod ${pod.metadata.name}`)
  }
  if (call.flags.on('all-containers')) return names
  const [first] = pod.spec.containers
  const defaulted = first?.name ?? ''
  if (names.length > 1)
    call.output.printError(`Defaulted container ${JSON.stringify(defaulted)} out of: ${listed(pod)}\n`)
  return [defaulted]
}

function listed(pod: Pod): string {
  const init = (pod.spec.initContainers ?? []).map(({ name }) => `${name} (init)`)
  return [...pod.spec.containers.map(({ name }) => name), ...init].join(', ')
}

function printLog(call: Call, pod: Pod, container: string): void {
  const { flags, output } = call
  const lines = lifeOf(pod, container, flags.on('previous'))
  const tail = flags.number('tail')
  for (const { time, text } of tail < 0 ? lines : lines.slice(Math.max(0, lines.length - tail))) {
    const prefix = flags.on('prefix') ? `[pod/${pod.metadata.name}/${container}] ` : ''
    output.print(`${prefix}${flags.on('timestamps') ? `${time} ` : ''}${text}\n`)
  }
}
