/**
 * Puts the cluster's root certificate into every namespace, where pods mount it. Models
 * pkg/controller/certificates/rootcacertpublisher/publisher.go of Kubernetes v1.36; see fidelity.ts.
 */
import { ConfigMaps } from '../../api/kinds/configMap/index.ts'
import { Namespaces } from '../../api/kinds/namespace/index.ts'
import { isStatus } from '../../api/status.ts'
import type { ConfigMap } from '../../api/types/index.ts'
import type { Change } from '../../client/component.ts'
import { type Controller, itself } from '../../client/controller.ts'

const mapName = 'kube-root-ca.crt'
const none: readonly string[] = []

const data = {
  'ca.crt': '-----BEGIN CERTIFICATE-----\nc2ltdWxhdGVkIGNsdXN0ZXI=\n-----END CERTIFICATE-----\n',
}

const annotations = {
  'kubernetes.io/description':
    'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the ' +
    'internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes ' +
    'clusters.',
}

export const rootCaCertPublisher: Controller<Record<string, never>> = {
  name: 'root-ca-certificate-publisher-controller',
  watches: [
    { resource: Namespaces, enqueue: itself },
    { resource: ConfigMaps, enqueue: mapChanged },
  ],
  memory: () => ({}),

  reconcile({ client, lister }, name) {
    const namespace = lister(Namespaces).byKey(name)
    if (namespace === undefined || namespace.status.phase !== 'Active') return
    const present = client.get(ConfigMaps, name, mapName)
    try {
      if (present === undefined) client.create(ConfigMaps, mapIn(name))
      else if (present.data?.['ca.crt'] !== data['ca.crt']) client.update(ConfigMaps, { ...present, data })
    } catch (error) {
      if (!isStatus(error, 'AlreadyExists') && !isStatus(error, 'Forbidden')) throw error
    }
  },
}

function mapChanged({ before, after }: Change): readonly string[] {
  const metadata = (after ?? before)?.metadata
  return metadata?.name === mapName ? [metadata.namespace ?? ''] : none
}

function mapIn(namespace: string): ConfigMap {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: mapName, namespace, annotations, uid: '', resourceVersion: '', creationTimestamp: '' },
    data,
  }
}
