/** `--field-selector`: which fields the API server lets a list be filtered by (pkg/registry/…/strategy.go, v1.36). */
import type { Draft, Kind } from '../../../api/kind.ts'
import { StatusError } from '../../../api/status.ts'
import type { ApiObject } from '../../../api/types/index.ts'

type FieldReader = (object: Draft) => string

const everywhere: Readonly<Record<string, FieldReader>> = {
  'metadata.name': (object) => object.metadata.name,
  'metadata.namespace': (object) => object.metadata.namespace ?? '',
}

const byKind: Readonly<Record<string, Readonly<Record<string, FieldReader>>>> = {
  Pod: {
    'spec.nodeName': (pod) => pod.spec.nodeName ?? '',
    'spec.restartPolicy': (pod) => pod.spec.restartPolicy ?? '',
    'spec.schedulerName': (pod) => pod.spec.schedulerName ?? '',
    'spec.serviceAccountName': (pod) => pod.spec.serviceAccountName ?? '',
    'spec.hostNetwork': (pod) => String(pod.spec.hostNetwork ?? false),
    'status.phase': (pod) => pod.status?.phase ?? '',
    'status.podIP': (pod) => pod.status?.podIP ?? '',
    'status.nominatedNodeName': (pod) => pod.status?.nominatedNodeName ?? '',
  },
  Node: { 'spec.unschedulable': (node) => String(node.spec?.unschedulable ?? false) },
  Namespace: {
    name: (namespace) => namespace.metadata.name,
    'status.phase': (namespace) => namespace.status?.phase ?? '',
  },
  ReplicaSet: { 'status.replicas': (replicaSet) => String(replicaSet.status?.replicas ?? 0) },
  Secret: { type: (secret) => secret.type ?? '' },
  Service: {
    'spec.clusterIP': (service) => service.spec.clusterIP ?? '',
    'spec.type': (service) => service.spec.type ?? '',
  },
  Event: {
    'involvedObject.kind': (event) => event.involvedObject.kind ?? '',
    'involvedObject.namespace': (event) => event.involvedObject.namespace ?? '',
    'involvedObject.name': (event) => event.involvedObject.name ?? '',
    'involvedObject.uid': (event) => event.involvedObject.uid ?? '',
    'involvedObject.apiVersion': (event) => event.involvedObject.apiVersion ?? '',
    'involvedObject.resourceVersion': (event) => event.involvedObject.resourceVersion ?? '',
    'involvedObject.fieldPath': (event) => event.involvedObject.fieldPath ?? '',
    reason: (event) => event.reason ?? '',
    reportingComponent: (event) => event.reportingComponent ?? '',
    source: (event) => event.source?.component || event.reportingComponent || '',
    type: (event) => event.type ?? '',
  },
}

interface Term {
  readonly field: string
  readonly equals: boolean
  readonly value: string
}

/** Throws a StatusError for a text that is no selector, or a field that the kind is not selected by. */
export function fieldMatcher(kind: Kind, text: string): (object: ApiObject) => boolean {
  const terms = text.split(',').flatMap((part) => (part === '' ? [] : [termOf(part)]))
  const readers = terms.map(({ field }) => {
    const read = everywhere[field] ?? byKind[kind.kind]?.[field]
    if (read === undefined) throw new StatusError('BadRequest', `field label not supported: ${field}`)
    return read
  })
  return (object) =>
    terms.every((term, i) => ((readers[i] as FieldReader)(object) === term.value) === term.equals)
}

function termOf(text: string): Term {
  const match = /^(.*?)(!=|==|=)(.*)$/.exec(text)
  if (match === null) {
    const why = `invalid selector: '${text}'; can't understand '${text}'`
    throw new StatusError('BadRequest', why)
  }
  const [, field = '', operator, value = ''] = match
  return { field, equals: operator !== '!=', value }
}
