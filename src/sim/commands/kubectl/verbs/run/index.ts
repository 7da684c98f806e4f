/** `kubectl run` (k8s.io/kubectl/pkg/cmd/run, v1.36): a pod, and perhaps a Service for it. */
import type { Draft, Kind } from '../../../../api/kind.ts'
import { Pods } from '../../../../api/kinds/pod/index.ts'
import { Services } from '../../../../api/kinds/service/index.ts'
import { selectorToLabels } from '../../../../api/labelSelector.ts'
import { createGenerated, generatorFlags, metadataOf } from '../../create/generated.ts'
import { newContainer } from '../../create/podParts.ts'
import { CommandError, usageError } from '../../errors.ts'
import type { Call, Verb } from '../../verb.ts'

const run: Verb = {
  summary: 'Run a particular image on the cluster',
  usage:
    'run NAME --image=image [--env="key=value"] [--port=port] [--dry-run=server|client] [--command] -- [COMMAND] [args...] [options]',
  flags: [
    ...generatorFlags,
    { name: 'annotations', type: 'array' },
    { name: 'attach', type: 'bool' },
    { name: 'command', type: 'bool' },
    { name: 'env', type: 'array' },
    { name: 'expose', type: 'bool' },
    { name: 'image', type: 'string', required: true },
    { name: 'image-pull-policy', type: 'string' },
    { name: 'labels', short: 'l', type: 'string' },
    { name: 'port', type: 'string' },
    { name: 'restart', type: 'string', default: 'Always' },
    { name: 'stdin', short: 'i', type: 'bool' },
    { name: 'tty', short: 't', type: 'bool' },
    { name: 'rm', type: 'bool' },
    { name: 'quiet', short: 'q', type: 'bool' },
  ],
  run(call) {
    const { flags, args } = call
    const [name, ...words] = args
    if (name === undefined) throw usageError('run', 'NAME is required for run')
    for (const flag of ['attach', 'stdin', 'tty', 'rm']) {
      if (flags.on(flag)) throw new CommandError(`the simulator cannot attach to a pod (--${flag})`)
    }
    if (flags.on('expose') && flags.text('port') === '')
      throw usageError('run', '--port must be set when exposing a service')
    const pod = podOf(call, name, words)
    if (flags.on('expose')) createGenerated(call, Services as Kind, serviceFor(call, pod))
    createGenerated(call, Pods as Kind, pod)
    return undefined
  },
}
export default run

const restartPolicies = ['Always', 'OnFailure', 'Never']

function podOf(call: Call, name: string, words: readonly string[]): Draft {
  const { flags } = call
  const restartPolicy = flags.text('restart')
  if (!restartPolicies.includes(restartPolicy))
    throw new CommandError(`invalid restart policy: ${restartPolicy}`)
  const labels = flags.text('labels') === '' ? { run: name } : labelsOf(flags.text('labels'))
  const annotations = Object.fromEntries(flags.list('annotations').map(pairOf))
  const container = newContainer({
    name,
    image: flags.text('image'),
    ...(flags.on('command') ? { command: words } : { args: words }),
    port: Number(flags.text('port') || '0'),
    env: flags
      .list('env')
      .map(pairOf)
      .map(([key, value]) => ({ name: key, value })),
    imagePullPolicy: flags.text('image-pull-policy'),
  })
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...metadataOf(call, Pods as Kind, name, labels),
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    },
    spec: { containers: [container], restartPolicy, dnsPolicy: 'ClusterFirst' },
    status: {},
  }
}

function serviceFor(call: Call, pod: Draft): Draft {
  const port = Number(call.flags.text('port'))
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadataOf(call, Services as Kind, pod.metadata.name),
    spec: { ports: [{ protocol: 'TCP', port, targetPort: port }], selector: pod.metadata.labels },
    status: { loadBalancer: {} },
  }
}

function labelsOf(text: string) {
  try {
    return selectorToLabels(text)
  } catch (error) {
    throw new CommandError((error as Error).message)
  }
}

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=')
  if (at < 1) throw new CommandError(`invalid env: ${text}`)
  return [text.slice(0, at), text.slice(at + 1)]
}
