/** The four `kubectl create service` commands (k8s.io/kubectl/pkg/cmd/create/create_service.go, v1.36). */
import type { Draft, Kind } from '../../../api/kind.ts'
import { Services } from '../../../api/kinds/service/index.ts'
import { CommandError } from '../errors.ts'
import type { Flag } from '../flags/flag.ts'
import type { Call, Verb } from '../verb.ts'
import { createGenerated, generatorFlags, metadataOf, nameOf } from './generated.ts'
import { portNumber, portNumberOrName } from './ports.ts'

const kind = Services as Kind

export interface ServiceCommand {
  readonly type: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName'
  readonly flags: readonly Flag[]
  readonly usage: string
  /** What its own flags add to the spec. */
  addTo?(spec: Draft, call: Call): void
}

export function serviceVerb({ type, flags, usage, addTo }: ServiceCommand): Verb {
  return {
    summary: `Create a ${type} service`,
    usage,
    flags: [...generatorFlags, { name: 'tcp', type: 'list' }, ...flags],
    run(call) {
      const name = nameOf(call)
      const labels = { app: name }
      const ports = call.flags.list('tcp').map(portOf)
      const spec: Draft = { ...(ports.length > 0 ? { ports } : {}), selector: labels, type }
      addTo?.(spec, call)
      if (ports.length === 0 && type !== 'ExternalName' && spec.clusterIP !== 'None') {
        throw new CommandError('at least one tcp port specifier must be provided')
      }
      const metadata = metadataOf(call, kind, name, labels)
      const made = { apiVersion: 'v1', kind: 'Service', metadata, spec, status: { loadBalancer: {} } }
      createGenerated(call, kind, made, `failed to create ${type} service`)
      return undefined
    },
  }
}

/** "80" or "80:8080" */
function portOf(text: string): Draft {
  const [first = '', second = first] = text.split(':')
  const port = portNumber(first)
  return {
    name: text.replace(':', '-'),
    protocol: 'TCP',
    port,
    targetPort: portNumberOrName(second),
  }
}
