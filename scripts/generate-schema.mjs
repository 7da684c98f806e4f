/**
 * Writes src/sim/api/schema/schema-1.36.json: the fields of the common API kinds and their types.
 *
 * Which fields exist comes from @kubernetes/client-node, whose classes are generated from the OpenAPI document of
 * release 1.36. OpenAPI says too little about three things that show in the server's answers: which scalars are
 * pointers (so that zero is kept), which named Go type a field has (error texts print it), and which strings are
 * quantities. Those come from go-types-1.36.json beside this script.
 *
 * A model is one text, "field=type field=type …". Types: string int32 int64 bool float64 byte quantity intstr time
 * microtime any resources (a map of quantities), a model's name, @Name (a named string), with the prefixes * (pointer),
 * [] (list), {} (map) and the suffix ! (written even when empty).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as client from '@kubernetes/client-node'

/** apiVersion, then kinds as "Kind/plural"; a trailing "-" marks a kind without a namespace. */
const kindsByVersion = {
  v1: `ConfigMap/configmaps Endpoints/endpoints Event/events LimitRange/limitranges Namespace/namespaces-
    Node/nodes- PersistentVolume/persistentvolumes- PersistentVolumeClaim/persistentvolumeclaims Pod/pods
    PodTemplate/podtemplates ReplicationController/replicationcontrollers ResourceQuota/resourcequotas Secret/secrets
    Service/services ServiceAccount/serviceaccounts`,
  'apps/v1': `ControllerRevision/controllerrevisions DaemonSet/daemonsets Deployment/deployments
    ReplicaSet/replicasets StatefulSet/statefulsets`,
  'autoscaling/v1': 'HorizontalPodAutoscaler/horizontalpodautoscalers',
  'autoscaling/v2': 'HorizontalPodAutoscaler/horizontalpodautoscalers',
  'batch/v1': 'CronJob/cronjobs Job/jobs',
  'coordination.k8s.io/v1': 'Lease/leases',
  'discovery.k8s.io/v1': 'EndpointSlice/endpointslices',
  'networking.k8s.io/v1': 'Ingress/ingresses IngressClass/ingressclasses- NetworkPolicy/networkpolicies',
  'policy/v1': 'PodDisruptionBudget/poddisruptionbudgets',
  'rbac.authorization.k8s.io/v1': `ClusterRole/clusterroles- ClusterRoleBinding/clusterrolebindings- Role/roles
    RoleBinding/rolebindings`,
  'scheduling.k8s.io/v1': 'PriorityClass/priorityclasses-',
  'storage.k8s.io/v1': `CSIDriver/csidrivers- CSINode/csinodes- StorageClass/storageclasses-
    VolumeAttachment/volumeattachments-`,
  'admissionregistration.k8s.io/v1': `MutatingWebhookConfiguration/mutatingwebhookconfigurations-
    ValidatingAdmissionPolicy/validatingadmissionpolicies-
    ValidatingAdmissionPolicyBinding/validatingadmissionpolicybindings-
    ValidatingWebhookConfiguration/validatingwebhookconfigurations-`,
  'apiextensions.k8s.io/v1': 'CustomResourceDefinition/customresourcedefinitions-',
  'node.k8s.io/v1': 'RuntimeClass/runtimeclasses-',
  'certificates.k8s.io/v1': 'CertificateSigningRequest/certificatesigningrequests-',
}

const goTypes = JSON.parse(readFileSync(new URL('./go-types-1.36.json', import.meta.url), 'utf8'))
const classes = new Map(Object.entries(client))

export function generateSchema() {
  const models = {}
  const kinds = []
  for (const [apiVersion, list] of Object.entries(kindsByVersion)) {
    for (const entry of list.trim().split(/\s+/)) {
      const [kind, plural] = entry.replace(/-$/, '').split('/')
      const model = addModel(models, classOf(apiVersion, kind))
      kinds.push(`${apiVersion} ${kind} ${plural} ${entry.endsWith('-') ? 'cluster' : 'namespaced'} ${model}`)
    }
  }
  return { kinds, models: Object.fromEntries(Object.entries(models).sort(([a], [b]) => (a < b ? -1 : 1))) }
}

export function schemaText() {
  return `${JSON.stringify(generateSchema(), null, 2)}\n`
}

function classOf(apiVersion, kind) {
  const version = apiVersion.split('/').at(-1).toUpperCase()
  return classes.has(`Core${version}${kind}`) ? `Core${version}${kind}` : `${version}${kind}`
}

/** Adds a class and all that it refers to; returns the model's name. */
function addModel(models, className) {
  const name = modelName(className)
  if (models[name] !== undefined) return name
  models[name] = ''
  const fields = classes.get(className).attributeTypeMap
  models[name] = fields.map((field) => `${field.baseName}=${fieldType(models, name, field)}`).join(' ')
  return name
}

/** V1Pod → Pod, V2MetricSpec → v2.MetricSpec, CoreV1EndpointPort → EndpointPort@core. */
function modelName(className) {
  const [, group, version, name] = /^([A-Z][a-z]+)?V(\d\w*?)([A-Z].*)$/.exec(className)
  return `${version === '1' ? '' : `v${version}.`}${name}${group === undefined ? '' : `@${group.toLowerCase()}`}`
}

function fieldType(models, model, field) {
  const known = goType(model, field.baseName)
  const openApi = openApiType(models, field)
  if (known === undefined) return openApi
  const [, wrappers, base, suffix] = /^((?:\*|\[\]|\{\})*)([^!]*)(!?)$/.exec(known)
  const modelOf = openApi.replace(/^(\*|\[\]|\{\})*/, '')
  return `${wrappers}${models[modelOf] === undefined ? base : modelOf}${suffix}`
}

function goType(model, field) {
  const line = goTypes[model]?.split(' ').find((one) => one.startsWith(`${field}=`))
  return line?.slice(field.length + 1)
}

function openApiType(models, field) {
  const map = /^\{ \[key: string\]: (.*); \}$/.exec(field.type)
  if (map !== null) return `{}${openApiType(models, { ...field, type: map[1] })}`
  const list = /^Array<(.*)>$/.exec(field.type)
  if (list !== null) return `[]${openApiType(models, { ...field, type: list[1] })}`
  if (field.format === 'byte') return '[]byte'
  if (field.format === 'date-time') return 'time'
  if (field.format === 'date-time-micro') return 'microtime'
  if (field.type === 'IntOrString') return 'intstr'
  if (field.type === 'boolean') return 'bool'
  if (field.type === 'number') return field.format === 'double' ? 'float64' : field.format
  if (field.type === 'string' || field.type === 'any') return field.type
  return `*${addModel(models, field.type)}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../src/sim/api/schema/schema-1.36.json', import.meta.url), schemaText())
}
