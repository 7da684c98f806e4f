/** What of Kubernetes is there at all, by name. A test holds these lists against the engine. */

export const kinds = {
  simulated: [
    ...['Namespace', 'Node', 'Lease', 'Pod', 'ReplicaSet', 'Deployment', 'Service', 'EndpointSlice'],
    ...['Ingress', 'PodDisruptionBudget', 'Event', 'ConfigMap', 'Secret', 'ServiceAccount'],
    ...['HorizontalPodAutoscaler'],
  ],
  missing: [
    ...['StatefulSet', 'DaemonSet', 'Job', 'CronJob'],
    ...['PersistentVolume', 'PersistentVolumeClaim', 'StorageClass', 'NetworkPolicy'],
    ...['ResourceQuota', 'LimitRange', 'PriorityClass', 'Role', 'RoleBinding', 'CustomResourceDefinition'],
  ],
} as const

export const commands = {
  simulated: [
    ...[
      'create',
      'expose',
      'run',
      'set',
      'get',
      'edit',
      'delete',
      'rollout',
      'scale',
      'autoscale',
      'cluster-info',
    ],
    ...['top', 'cordon', 'uncordon', 'drain', 'taint', 'describe', 'logs', 'exec', 'auth', 'events', 'diff'],
    ...['apply', 'patch', 'replace', 'wait', 'label', 'annotate', 'api-resources', 'api-versions', 'version'],
  ],
  missing: [
    ...['explain', 'certificate', 'attach', 'port-forward', 'proxy', 'cp', 'debug', 'kustomize'],
    ...['completion', 'config', 'kuberc', 'plugin', 'options'],
  ],
} as const
