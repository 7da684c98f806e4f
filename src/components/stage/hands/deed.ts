/** What a hand can do to a target: a name for it, and the line that it runs. The first is what Delete and the bin do. */
import type { Text } from '../../../i18n/index.ts'
import type { NodeCard } from '../../../state/index.ts'
import type { Workload } from '../desired/workloads.ts'
import { firstSetting, loadLine, stopLine, withSpike } from '../traffic/control/loadLine.ts'
import type { Target } from './target.ts'
import { words } from './words.ts'

export interface Deed {
  readonly id: string
  readonly label: Text
  readonly line: string
  /** Why it can't be done; absent: it can. */
  readonly obstacle?: Text
  /** What has to be asked first; the line is a beginning then. */
  readonly asks?: 'image'
}

export function deedsFor(target: Target): readonly Deed[] {
  switch (target.kind) {
    case 'pod':
      return podDeeds(target)
    case 'node':
      return nodeDeeds(target.node)
    case 'workload':
      return workloadDeeds(target.workload)
    case 'service':
      return serviceDeeds(target)
    case 'autoscaler':
      return [deleteAutoscaler(target.autoscaler)]
    case 'loop':
      return [onOff(target.asleep, target.name)]
    case 'api-server':
      return [onOff(!target.isUp, 'api-server')]
  }
}

function podDeeds({ pod, node }: Extract<Target, { kind: 'pod' }>): readonly Deed[] {
  const where = inNamespace(pod.namespace)
  const isHomeless = node === undefined && { obstacle: words.noNode }
  const isDark = node !== undefined && node.machine !== 'on' && { obstacle: words.machineNotOn }
  return [
    { id: 'delete', label: words.delete, line: `kubectl delete pod ${pod.name} --wait=false${where}` },
    { id: 'crash', label: words.crash, line: `sim pod crash ${pod.name}${where}`, ...isHomeless, ...isDark },
  ]
}

function nodeDeeds({ name, machine, cordoned }: NodeCard): readonly Deed[] {
  const machineDeeds: readonly Deed[] =
    machine === 'on'
      ? [
          { id: 'power', label: words.powerOff, line: `sim node fail ${name}` },
          { id: 'kubelet', label: words.stopKubelet, line: `sim node fail ${name} --mode kubelet` },
          { id: 'network', label: words.cutNetwork, line: `sim node fail ${name} --mode network` },
        ]
      : [
          {
            id: 'recover',
            label: words.recover,
            line: `sim node recover ${name}`,
            ...(machine === 'none' && { obstacle: words.noMachine }),
          },
        ]
  const drain = `kubectl drain ${name} --ignore-daemonsets --force --delete-emptydir-data`
  return [
    ...machineDeeds,
    cordoned
      ? { id: 'uncordon', label: words.uncordon, line: `kubectl uncordon ${name}` }
      : { id: 'cordon', label: words.cordon, line: `kubectl cordon ${name}` },
    { id: 'drain', label: words.drain, line: drain },
    { id: 'delete', label: words.deleteNode, line: `kubectl delete node ${name}` },
  ]
}

function workloadDeeds(workload: Workload): readonly Deed[] {
  const { kind, name, namespace } = workload
  const where = inNamespace(namespace)
  const remove = { id: 'delete', label: words.delete, line: `kubectl delete ${kind} ${name}${where}` }
  return kind === 'deployment' ? [...rolloutDeeds(workload, where), remove] : [remove]
}

function deleteAutoscaler({ namespace, name }: { namespace: string; name: string }): Deed {
  return { id: 'delete', label: words.delete, line: `kubectl delete hpa ${name}${inNamespace(namespace)}` }
}

/** The rest of a load's settings has its place in the Traffic lens. */
function serviceDeeds({ service, load }: Extract<Target, { kind: 'service' }>): readonly Deed[] {
  const { namespace, name } = service
  const target = load?.target ?? `svc/${name}${inNamespace(namespace)}`
  const setting = load?.setting ?? firstSetting
  const isSending = load !== undefined && !load.stopped
  return [
    { id: 'delete', label: words.delete, line: `kubectl delete service ${name}${inNamespace(namespace)}` },
    ...(isSending
      ? [
          { id: 'spike', label: words.spike, line: loadLine(target, withSpike(setting)) },
          { id: 'stop', label: words.stopTraffic, line: stopLine(target) },
        ]
      : [{ id: 'send', label: words.sendTraffic, line: loadLine(target, setting) }]),
  ]
}

function rolloutDeeds({ name, container, revision, paused }: Workload, where: string): readonly Deed[] {
  const isPaused = paused && { obstacle: words.isPaused }
  const isFirst = revision < 2 && { obstacle: words.noEarlier }
  const rollout = (verb: string) => `kubectl rollout ${verb} deployment/${name}${where}`
  return [
    {
      id: 'image',
      label: words.setImage,
      line: `kubectl set image deployment/${name} ${container}=…${where}`,
      asks: 'image',
    },
    { id: 'restart', label: words.restart, line: rollout('restart'), ...isPaused },
    paused
      ? { id: 'resume', label: words.resume, line: rollout('resume') }
      : { id: 'pause', label: words.pause, line: rollout('pause') },
    { id: 'undo', label: words.undoRollout, line: rollout('undo'), ...isFirst, ...isPaused },
  ]
}

function onOff(isOff: boolean, part: string): Deed {
  return isOff
    ? { id: 'start', label: words.wake, line: `sim control-plane start ${part}` }
    : { id: 'stop', label: words.sleep, line: `sim control-plane stop ${part}` }
}

export function scaleLine({ kind, name, namespace }: Workload, replicas: number): string {
  return `kubectl scale ${kind}/${name} --replicas=${replicas}${inNamespace(namespace)}`
}

export function imageLine({ name, namespace, container }: Workload, image: string): string {
  return `kubectl set image deployment/${name} ${container}=${image}${inNamespace(namespace)}`
}

function inNamespace(namespace: string): string {
  return namespace === 'default' ? '' : ` -n ${namespace}`
}
