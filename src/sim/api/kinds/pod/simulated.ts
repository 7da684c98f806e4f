/**
 * The fields of a pod's spec that the simulator acts on, or that change nothing in a world where an image is its
 * behaviour (a terminal, where a volume is mounted). `field=value`: only that value, the one which the server fills in.
 */
const handler = ['exec', 'httpGet', 'tcpSocket', 'grpc', 'sleep']

const containerFields: readonly string[] = [
  'name',
  'image',
  'imagePullPolicy',
  'ports',
  'volumeMounts',
  'workingDir',
  'stdin',
  'stdinOnce',
  'tty',
  'terminationMessagePath',
  'terminationMessagePolicy',
  'resources.limits',
  'resources.requests',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  ...handler.map((way) => `lifecycle.preStop.${way}`),
]

export const simulatedPodSpec: readonly string[] = [
  ...containerFields.map((field) => `containers.${field}`),
  ...containerFields.map((field) => `initContainers.${field}`),
  'initContainers.restartPolicy',
  'activeDeadlineSeconds',
  'affinity',
  'dnsPolicy=ClusterFirst',
  'enableServiceLinks=true',
  'hostNetwork',
  'hostname',
  'nodeName',
  'nodeSelector',
  'overhead',
  'preemptionPolicy',
  'priority',
  'priorityClassName',
  'readinessGates',
  'restartPolicy',
  'schedulerName',
  'schedulingGates',
  'serviceAccount',
  'serviceAccountName',
  'subdomain',
  'terminationGracePeriodSeconds',
  'tolerations',
  'topologySpreadConstraints',
  'volumes.name',
  'volumes.emptyDir',
]

export const simulatedPod: readonly string[] = simulatedPodSpec.map((field) => `spec.${field}`)

/** The same fields in the template of a workload. */
export const simulatedTemplate: readonly string[] = [
  'spec.template.metadata',
  ...simulatedPodSpec.map((field) => `spec.template.spec.${field}`),
]
