/**
 * Every namespace has the cluster's certificate authority in a ConfigMap, for the token volume of its pods. Models
 * pkg/controller/certificates/rootcacertpublisher/publisher.go of Kubernetes v1.36.
 */
import { ConfigMaps } from '../../api/kinds/configMap/index.ts'
import { Namespaces } from '../../api/kinds/namespace/index.ts'
import { isStatus } from '../../api/status.ts'
import type { ConfigMap } from '../../api/types/index.ts'
import type { Change } from '../../client/component.ts'
import { type Controller, itself } from '../../client/controller.ts'
import { equalValues } from '../../core/frozen.ts'

const name = 'kube-root-ca.crt'
const annotations = {
  'kubernetes.io/description':
    'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.',
}
const data = { 'ca.crt': '-----BEGIN CERTIFICATE-----\nsimulated\n-----END CERTIFICATE-----\n' }

export const rootCertificatePublisher: Controller<null> = {
  name: 'root-ca-certificate-publisher-controller',
  watches: [
    { resource: Namespaces, enqueue: itself },
    { resource: ConfigMaps, enqueue: namespaceOfChanged },
  ],
  memory: () => null,

  reconcile({ client, lister }, namespace) {
    const stored = lister(Namespaces).byKey(namespace)
    if (stored === undefined || stored.metadata.deletionTimestamp !== undefined) return
    const published = lister(ConfigMaps).get(namespace, name)
    try {
      if (published === undefined) client.create(ConfigMaps, configMap(namespace))
      else if (!equalValues(published.data, data)) client.update(ConfigMaps, { ...published, data })
    } catch (error) {
      if (!isStatus(error, 'AlreadyExists')) throw error
    }
  },
}

function configMap(namespace: string): ConfigMap {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace, annotations },
    data,
  } as unknown as ConfigMap
}

/** Its own ConfigMap, deleted or rewritten by somebody. */
function namespaceOfChanged({ before, after }: Change): readonly string[] {
  return before !== undefined && before.metadata.name === name
    ? [(after ?? before).metadata.namespace ?? '']
    : []
}
