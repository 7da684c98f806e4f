/**
 * Gives every namespace its service account `default`. Models pkg/controller/serviceaccount/serviceaccounts_controller.go
 * of Kubernetes v1.36.
 */
import { Namespaces } from '../../api/kinds/namespace/index.ts'
import { ServiceAccounts } from '../../api/kinds/serviceAccount/index.ts'
import { isStatus } from '../../api/status.ts'
import type { ServiceAccount } from '../../api/types/index.ts'
import type { Change } from '../../client/component.ts'
import { type Controller, itself } from '../../client/controller.ts'

const account = 'default'
const none: readonly string[] = []

export const serviceAccountController: Controller<Record<string, never>> = {
  name: 'serviceaccount-controller',
  watches: [
    { resource: Namespaces, enqueue: itself },
    { resource: ServiceAccounts, enqueue: accountGone },
  ],
  memory: () => ({}),

  reconcile({ client, lister }, name) {
    const namespace = lister(Namespaces).byKey(name)
    if (namespace === undefined || namespace.status.phase !== 'Active') return
    if (client.get(ServiceAccounts, name, account) !== undefined) return
    try {
      client.create(ServiceAccounts, accountIn(name))
    } catch (error) {
      if (!isStatus(error, 'AlreadyExists') && !isStatus(error, 'Forbidden')) throw error
    }
  },
}

function accountGone({ before, after }: Change): readonly string[] {
  if (after !== undefined || before?.metadata.name !== account) return none
  return [before.metadata.namespace ?? '']
}

function accountIn(namespace: string): ServiceAccount {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: account, namespace, uid: '', resourceVersion: '', creationTimestamp: '' },
  }
}
