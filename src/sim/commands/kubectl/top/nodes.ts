/** `kubectl top node` (k8s.io/kubectl/pkg/cmd/top/top_node.go, v1.36). */
import type { Kind } from '../../../api/kind.ts'
import { Nodes } from '../../../api/kinds/node/index.ts'
import { toBytes, toMilli } from '../../../api/quantity.ts'
import { notFoundError } from '../../../api/status.ts'
import type { Node } from '../../../api/types/index.ts'
import { goSort } from '../../print/goSort.ts'
import { CommandError } from '../errors.ts'
import { filterOf } from '../resources/filter.ts'
import type { Call } from '../verb.ts'
import { metricsApi, sortKeyOf } from './metricsApi.ts'
import { type Amount, amountCells, milliCores, usageTable, usesMore } from './usage.ts'

interface Line extends Amount {
  readonly node: Node
}

const headings = ['NAME', 'CPU(cores)', 'CPU(%)', 'MEMORY(bytes)', 'MEMORY(%)']

export function topNodes(call: Call): void {
  const { flags, args, output } = call
  const sortKey = sortKeyOf(call)
  if (args.length > 1) throw new CommandError(`unexpected arguments: [${args.slice(1).join(' ')}]`)
  const nodes = nodesOf(call)
  const source = metricsApi(call)
  const lines = nodes.flatMap((node): readonly Line[] => {
    const metrics = source.node(node.metadata.name)
    return metrics === undefined ? [] : [{ node, ...metrics }]
  })
  if (args[0] !== undefined && lines.length === 0) throw notFoundError('nodemetrics.metrics.k8s.io', args[0])
  if (lines.length === 0) throw new CommandError('metrics not available yet')
  goSort(lines as Line[], (a, b) => usesMore(sortKey, a, b) ?? a.node.metadata.name < b.node.metadata.name)
  const measured = new Set(lines.map(({ node }) => node))
  const unknown = nodes.filter((node) => !measured.has(node))
  const rows = [
    ...lines.map((line) => rowOf(line, flags.on('show-capacity'))),
    ...unknown.map(({ metadata }) => [metadata.name, ...headings.slice(1).map(() => '<unknown>')]),
  ]
  output.print(usageTable(flags.on('no-headers') ? rows : [headings, ...rows]))
}

function nodesOf({ api, flags, args }: Call): readonly Node[] {
  const [name] = args
  if (name === undefined) return filterOf(flags).list(api, Nodes as Kind, undefined) as readonly Node[]
  const node = api.get(Nodes as Kind, '', name)
  if (node === undefined) throw notFoundError('nodemetrics.metrics.k8s.io', name)
  return [node as Node]
}

function rowOf(line: Line, ofCapacity: boolean): readonly string[] {
  const { capacity, allocatable } = line.node.status
  const { cpu = '0', memory = '0' } = (ofCapacity ? capacity : allocatable) ?? {}
  const [cores, bytes] = amountCells(line)
  return [
    line.node.metadata.name,
    cores as string,
    share(milliCores(line), toMilli(cpu)),
    bytes as string,
    share(line.memoryBytes, toBytes(memory)),
  ]
}

/** Whole percents, cut off. */
function share(used: number, available: number): string {
  return `${Math.floor((used / available) * 100)}%`
}
