/**
 * Every namespace has a ServiceAccount named `default`. Models
 * pkg/controller/serviceaccount/serviceaccounts_controller.go of Kubernetes v1.36.
 */
import { Namespaces } from '../../api/kinds/namespace/index.ts'
import { ServiceAccounts } from '../../api/kinds/serviceAccount/index.ts'
import { isStatus } from '../../api/status.ts'
import type { ServiceAccount } from '../../api/types/index.ts'
import type { Change } from '../../client/component.ts'
import { type Controller, itself } from '../../client/controller.ts'

const name = 'default'

export const serviceAccountController: Controller<null> = {
  name: 'serviceaccount-controller',
  watches: [
    { resource: Namespaces, enqueue: itself },
    { resource: ServiceAccounts, enqueue: namespaceOfDeleted },
  ],
  memory: () => null,

  reconcile({ client, lister }, namespace) {
    const stored = lister(Namespaces).byKey(namespace)
    if (stored === undefined || stored.metadata.deletionTimestamp !== undefined) return
    if (lister(ServiceAccounts).get(namespace, name) !== undefined) return
    try {
      client.create(ServiceAccounts, {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name, namespace },
      } as ServiceAccount)
    } catch (error) {
      if (!isStatus(error, 'AlreadyExists')) throw error
    }
  },
}

function namespaceOfDeleted({ before, after }: Change): readonly string[] {
  return after === undefined && before?.metadata.name === name ? [before.metadata.namespace ?? ''] : []
}
