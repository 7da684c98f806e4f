/** `kubectl top pod` (k8s.io/kubectl/pkg/cmd/top/top_pod.go, v1.36). */
import type { Kind } from '../../../api/kind.ts'
import { Pods } from '../../../api/kinds/pod/index.ts'
import { notFoundError } from '../../../api/status.ts'
import type { ApiObject } from '../../../api/types/index.ts'
import type { PodMetrics } from '../../../apiserver/metricsApi.ts'
import { parseTime } from '../../../core/clock.ts'
import { goSort } from '../../print/goSort.ts'
import { CommandError } from '../errors.ts'
import { filterOf } from '../resources/filter.ts'
import type { Call } from '../verb.ts'
import { metricsApi, type SortKey, sortKeyOf } from './metricsApi.ts'
import { type Amount, amountCells, sumOf, usageTable, usesMore } from './usage.ts'

/** Seconds after which a pod should have metrics. */
const patience = 120

interface Line {
  readonly pod: PodMetrics
  /** A container, or nothing for the whole pod. */
  readonly container: string
  readonly amount: Amount
}

export function topPods(call: Call): void {
  const { flags, args, output, namespace } = call
  const everywhere = flags.on('all-namespaces')
  const sortKey = sortKeyOf(call)
  if (args.length > 1) throw new CommandError(`unexpected arguments: [${args.slice(1).join(' ')}]`)
  const pods = args[0] === undefined ? measuredPods(call) : [measuredPod(call, args[0])]
  if (pods.length === 0) {
    explainEmpty(call)
    output.printError(everywhere ? 'No resources found\n' : `No resources found in ${namespace} namespace.\n`)
    return
  }
  const lines = flags.on('containers') ? pods.flatMap(containerLines) : pods.map(podLine)
  goSort(lines, (a, b) => comesBefore(a, b, everywhere, sortKey))
  output.print(usageTable(rowsOf(call, lines, everywhere)))
}

function measuredPods(call: Call): readonly PodMetrics[] {
  const source = metricsApi(call)
  return selected(call).flatMap(({ metadata }) => source.pod(metadata.namespace ?? '', metadata.name) ?? [])
}

function selected({ api, flags, namespace }: Call): readonly ApiObject[] {
  const where = flags.on('all-namespaces') ? undefined : namespace
  return filterOf(flags).list(api, Pods as Kind, where)
}

function measuredPod(call: Call, name: string): PodMetrics {
  const { namespace } = call
  const metrics = metricsApi(call).pod(namespace, name)
  if (metrics === undefined) throw notFoundError('podmetrics.metrics.k8s.io', `${namespace}/${name}`)
  return metrics
}

/** Throws why none of the pods that there are has been measured. */
function explainEmpty(call: Call): void {
  const pods = selected(call)
  const now = call.api.server.nowSeconds
  for (const { metadata } of pods) {
    const age = now - parseTime(metadata.creationTimestamp)
    if (age > patience) {
      const name = `${metadata.namespace}/${metadata.name}`
      throw new CommandError(`Metrics not available for pod ${name}, age: ${goDuration(age)}`)
    }
  }
  if (pods.length > 0) throw new CommandError('metrics not available yet')
}

function podLine(pod: PodMetrics): Line {
  return { pod, container: '', amount: sumOf(pod.containers) }
}

function containerLines(pod: PodMetrics): readonly Line[] {
  return pod.containers.map((amount) => ({ pod, container: amount.name, amount }))
}

function comesBefore(a: Line, b: Line, everywhere: boolean, key: SortKey): boolean {
  const byAmount = usesMore(key, a.amount, b.amount)
  if (byAmount !== undefined) return byAmount
  if (everywhere && a.pod.namespace !== b.pod.namespace) return a.pod.namespace < b.pod.namespace
  return a.pod.name === b.pod.name ? a.container < b.container : a.pod.name < b.pod.name
}

function rowsOf(
  { flags }: Call,
  lines: readonly Line[],
  everywhere: boolean,
): readonly (readonly string[])[] {
  const byContainer = flags.on('containers')
  const names = [...(everywhere ? ['NAMESPACE'] : []), ...(byContainer ? ['POD', 'NAME'] : ['NAME'])]
  const rows = lines.map(({ pod, container, amount }) => [
    ...(everywhere ? [pod.namespace] : []),
    pod.name,
    ...(byContainer ? [container] : []),
    ...amountCells(amount),
  ])
  const blank = names.map(() => '')
  const total = amountCells(sumOf(lines.map(({ amount }) => amount)))
  return [
    ...(flags.on('no-headers') ? [] : [[...names, 'CPU(cores)', 'MEMORY(bytes)']]),
    ...rows,
    ...(flags.on('sum')
      ? [
          [...blank, '________', '________'],
          [...blank, ...total],
        ]
      : []),
  ]
}

/** "2m5.1s" */
function goDuration(seconds: number): string {
  const tenths = Math.round(seconds * 10)
  const [hours, minutes] = [Math.floor(tenths / 36_000), Math.floor(tenths / 600) % 60]
  const rest = `${(tenths % 600) / 10}s`
  if (hours > 0) return `${hours}h${minutes}m${rest}`
  return minutes > 0 ? `${minutes}m${rest}` : rest
}
