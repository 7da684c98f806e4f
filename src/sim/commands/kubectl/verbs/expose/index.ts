/** `kubectl expose` (k8s.io/kubectl/pkg/cmd/expose, v1.36): a Service for the pods of an object. */
import type { Draft, Kind } from '../../../../api/kind.ts'
import { Services } from '../../../../api/kinds/service/index.ts'
import { labelSelectorText, selectorToLabels } from '../../../../api/labelSelector.ts'
import { createGenerated, generatorFlags } from '../../create/generated.ts'
import { portNumber, portNumberOrName } from '../../create/ports.ts'
import { CommandError, throwCollected } from '../../errors.ts'
import { fileFlags } from '../../flags/groups.ts'
import { type Found, findAll, requestOf } from '../../resources/select.ts'
import type { Call, Verb } from '../../verb.ts'

const expose: Verb = {
  summary:
    'Take a replication controller, service, deployment or pod and expose it as a new Kubernetes service',
  usage:
    'expose (-f FILENAME | TYPE NAME) [--port=port] [--protocol=TCP|UDP|SCTP] [--target-port=number-or-name] [--name=name] [--external-ip=external-ip-of-service] [--type=type] [options]',
  flags: [
    ...generatorFlags,
    ...fileFlags,
    { name: 'cluster-ip', type: 'string' },
    { name: 'labels', short: 'l', type: 'string' },
    { name: 'name', type: 'string' },
    { name: 'port', type: 'string' },
    { name: 'protocol', type: 'string' },
    { name: 'selector', type: 'string' },
    { name: 'session-affinity', type: 'string' },
    { name: 'target-port', type: 'string' },
    { name: 'type', type: 'string' },
  ],
  run(call) {
    const { found, errors } = findAll(call, requestOf(call, { ignoreSelector: true }))
    throwCollected(errors)
    for (const one of found)
      createGenerated(call, Services as Kind, serviceOf(call, one), undefined, 'exposed')
    return undefined
  },
}
export default expose

function serviceOf(call: Call, found: Found): Draft {
  const { flags } = call
  const name = (flags.text('name') || found.name).slice(0, 63)
  const labels = flags.text('labels') === '' ? found.object.metadata.labels : labelsOf(flags.text('labels'))
  const selector = flags.text('selector') === '' ? selectorFrom(found) : labelsOf(flags.text('selector'))
  const type = flags.text('type')
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      ...(call.namespaceGiven ? { namespace: call.namespace } : {}),
      ...(labels === undefined ? {} : { labels }),
    },
    spec: {
      ports: portsOf(call, found),
      selector,
      ...(flags.text('cluster-ip') === '' ? {} : { clusterIP: flags.text('cluster-ip') }),
      ...(type === '' ? {} : { type }),
      ...(flags.text('session-affinity') === '' ? {} : { sessionAffinity: flags.text('session-affinity') }),
    },
    status: { loadBalancer: {} },
  }
}

function selectorFrom({ kind, object }: Found): Readonly<Record<string, string>> {
  const { spec } = object as Draft
  if (kind.kind === 'Pod') {
    const { labels } = object.metadata
    if (labels !== undefined && Object.keys(labels).length > 0) return labels
    throw new CommandError(
      "couldn't retrieve selectors via --selector flag or introspection: the pod has no labels and cannot be exposed",
    )
  }
  if (kind.kind === 'Service' && spec.selector) return spec.selector
  if (spec?.selector?.matchLabels && (spec.selector.matchExpressions ?? []).length === 0)
    return labelsOf(labelSelectorText(spec.selector))
  throw new CommandError(`cannot expose a ${kind.kind}${kind.group === '' ? '' : `.${kind.group}`}`)
}

function portsOf(call: Call, found: Found): readonly Draft[] {
  const { flags } = call
  const asked = flags.text('port')
  const ports =
    asked === ''
      ? portsIn(found)
      : asked.split(',').map((text) => ({ port: portNumber(text), protocol: 'TCP' }))
  if (ports.length === 0) throw new CommandError("couldn't find port via --port flag or introspection")
  const target = flags.text('target-port')
  return ports.map(({ port, protocol }, i) => ({
    ...(ports.length > 1 ? { name: `port-${i + 1}` } : {}),
    protocol: flags.text('protocol') || protocol,
    port,
    targetPort: target === '' ? port : portNumberOrName(target),
  }))
}

function portsIn({ kind, object }: Found): readonly { port: number; protocol: string }[] {
  const { spec } = object as Draft
  if (kind.kind === 'Service')
    return spec.ports.map((one: Draft) => ({ port: one.port, protocol: one.protocol ?? 'TCP' }))
  const containers: readonly Draft[] = (kind.kind === 'Pod' ? spec : spec?.template?.spec)?.containers ?? []
  return containers.flatMap((one) =>
    (one.ports ?? []).map((port: Draft) => ({ port: port.containerPort, protocol: port.protocol ?? 'TCP' })),
  )
}

function labelsOf(text: string): Readonly<Record<string, string>> {
  try {
    return selectorToLabels(text)
  } catch (error) {
    throw new CommandError((error as Error).message)
  }
}
