/** Where these kubelets differ from those of Kubernetes v1.36. */
export const deviations: readonly string[] = [
  'Successful probes leave no trace; they are worked out, not made. Probes begin with the container, without jitter.',
  'A node status that has not changed is not written again every five minutes.',
  'Containers that exit are noticed after one second (the relist), pull and crash back-offs end to the tick.',
  'A failed pull is reported as ErrImagePull for one second, then as ImagePullBackOff until the next pull.',
  'An init container of an image that nobody described does its work in one second; other containers run for ever.',
  'A container that obeys SIGTERM exits with code 0, so that a pod stopped in time ends as Succeeded.',
  'A hung process ignores SIGTERM and is killed when the grace period is over.',
  'PodReadyToStartContainers turns true with the first container that runs, not in a write of its own.',
  'Allocatable equals capacity: nothing is reserved for the system.',
  'Of volumes only config maps and secrets must exist; keys that their items name are not looked for.',
  'Pods are not checked again for their fit when they reach their node, and pressure evicts nobody.',
  'Static pods, ephemeral containers, resizing in place and postStart hooks are not simulated.',
]
