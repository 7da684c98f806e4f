/**
 * What a pod spec gets that its author left out, in pods and in the templates of workloads
 * (pkg/apis/core/v1/defaults.go, Kubernetes v1.36).
 */
import type { Draft } from '../../kind.ts'

const defaultFileMode = 0o644
const tokenSeconds = 3600

export function defaultPodSpec(spec: Draft): void {
  spec.dnsPolicy ||= 'ClusterFirst'
  spec.restartPolicy ||= 'Always'
  spec.securityContext ??= {}
  spec.terminationGracePeriodSeconds ??= 30
  spec.schedulerName ||= 'default-scheduler'
  defaultServiceAccount(spec)
  for (const volume of spec.volumes ?? []) defaultVolume(volume)
  for (const container of containersOf(spec)) defaultContainer(container)
}

/** The field has an old name and a new one; readers of either must find it. */
export function defaultServiceAccount(spec: Draft): void {
  const name = spec.serviceAccountName || spec.serviceAccount
  if (name) spec.serviceAccountName = spec.serviceAccount = name
}

export function containersOf(spec: Draft): readonly Draft[] {
  return [...(spec.initContainers ?? []), ...(spec.containers ?? [])]
}

function defaultContainer(container: Draft): void {
  container.imagePullPolicy ||= pullPolicyOf(container.image ?? '')
  container.terminationMessagePath ||= '/dev/termination-log'
  container.terminationMessagePolicy ||= 'File'
  container.resources ??= {}
  for (const port of container.ports ?? []) port.protocol ||= 'TCP'
  for (const variable of container.env ?? []) defaultFieldRef(variable.valueFrom)
  for (const probe of [container.livenessProbe, container.readinessProbe, container.startupProbe]) {
    if (probe) defaultProbe(probe)
  }
  for (const handler of [container.lifecycle?.postStart, container.lifecycle?.preStop]) {
    if (handler?.httpGet) defaultHttpGet(handler.httpGet)
  }
}

/** An image that may move under its tag is pulled every time. */
export function pullPolicyOf(image: string): 'Always' | 'IfNotPresent' {
  if (image.includes('@')) return 'IfNotPresent'
  const lastPart = image.slice(image.lastIndexOf('/') + 1)
  const colon = lastPart.indexOf(':')
  const tag = colon < 0 ? 'latest' : lastPart.slice(colon + 1)
  return tag === 'latest' ? 'Always' : 'IfNotPresent'
}

function defaultProbe(probe: Draft): void {
  probe.timeoutSeconds ||= 1
  probe.periodSeconds ||= 10
  probe.successThreshold ||= 1
  probe.failureThreshold ||= 3
  if (probe.httpGet) defaultHttpGet(probe.httpGet)
  if (probe.grpc) probe.grpc.service ??= ''
}

function defaultHttpGet(action: Draft): void {
  action.path ||= '/'
  action.scheme ||= 'HTTP'
}

function defaultFieldRef(source: Draft): void {
  if (source?.fieldRef) source.fieldRef.apiVersion ||= 'v1'
  if (source?.resourceFieldRef) source.resourceFieldRef.divisor ??= '0'
}

function defaultVolume(volume: Draft): void {
  const sources = Object.keys(volume).filter((key) => key !== 'name')
  if (sources.length === 0) volume.emptyDir = {}
  for (const source of [volume.secret, volume.configMap, volume.downwardAPI, volume.projected]) {
    if (source) source.defaultMode ??= defaultFileMode
  }
  if (volume.hostPath) volume.hostPath.type ??= ''
  if (volume.image) volume.image.pullPolicy ||= pullPolicyOf(volume.image.reference ?? '')
  if (volume.iscsi) volume.iscsi.iscsiInterface ||= 'default'
  for (const item of volume.downwardAPI?.items ?? []) defaultFieldRef(item)
  for (const source of volume.projected?.sources ?? []) {
    if (source.serviceAccountToken) source.serviceAccountToken.expirationSeconds ??= tokenSeconds
    for (const item of source.downwardAPI?.items ?? []) defaultFieldRef(item)
  }
}
