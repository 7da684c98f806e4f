/** `sim cluster`: a new world with machines. */

import { parseQuantity } from '../sim/api/quantity.ts'
import { splitWords } from '../sim/commands/shellWords.ts'
import type { MachineShape } from '../sim/substrate/index.ts'
import { foundCluster } from '../sim/world/genesis.ts'
import { Simulation } from '../sim/world/simulation.ts'
import { type FlagValues, parseFlags } from './flags.ts'
import type { Origin } from './recording.ts'
import type { SittingOptions } from './sitting.ts'

const mostNodes = 10_000
const podsPerNode = 110

const flags = {
  nodes: '3',
  cpu: '4',
  memory: '16Gi',
  zones: '',
  'name-prefix': 'node-',
  profile: 'real',
  seed: '1',
} as const

export const clusterHelp = `Create a cluster, replacing the present world.

Usage: sim cluster [--nodes 3 --cpu 4 --memory 16Gi --zones a,b,c --name-prefix node-] [--profile real|classroom] [--seed 7]

Profile real has every default of Kubernetes 1.36. Profile classroom runs the same algorithms with shorter timers:
  node grace period          50 s → 10 s      node monitor period      5 s → 1 s
  eviction after a lost node 300 s → 20 s     one node tainted per     10 s → 2 s
  first crash back-off       10 s → 2 s       longest crash back-off   300 s → 30 s
  first pull back-off        10 s → 2 s       longest pull back-off    300 s → 30 s
  autoscaler looks every     15 s → 5 s       metrics are read every   15 s → 5 s
  shrinking is held back     300 s → 30 s     CPU of a new pod ignored 300 s → 30 s
  initial readiness delay    30 s → 5 s
  a machine of a pool comes  40–80 s → 10 s   a load balancer comes    8–30 s → 3 s
Autoscaler:
  node unneeded              10 min → 40 s    not ready and unneeded   20 min → 80 s
  rest after a scale-up      10 min → 40 s    rest after a failure     3 min → 20 s
  look again at a node       5 min → 20 s     a machine is late        15 min → 60 s
  first pool back-off        5 min → 30 s     longest pool back-off    30 min → 3 min
`

export interface Founding {
  readonly world: Simulation
  readonly origin: Origin
  /** Does the next round of bringing the cluster up, and tells whether that was the last. */
  round(): boolean
}

/** The world when its cluster is up. */
export function buildFromLine(line: string, options: SittingOptions): Founding {
  const founding = foundFromLine(line, options)
  while (!founding.round());
  return founding
}

export function foundFromLine(line: string, options: SittingOptions): Founding {
  const values = parseFlags(splitWords(line).slice(2), flags)
  const seed = options.seed ?? wholeNumber(values, 'seed', 0, 0xffffffff)
  const profile = options.profile ?? profileNamed(values.profile)
  const world = new Simulation({
    seed,
    profile,
    ...(options.kubelets ? { kubelets: options.kubelets } : {}),
    ...(options.cloud ? { cloud: options.cloud } : {}),
  })
  const round = foundCluster(world, machinesFor(values), line)
  return { world, origin: { line, seed, profile }, round }
}

function machinesFor(values: FlagValues<typeof flags>): MachineShape[] {
  const count = wholeNumber(values, 'nodes', 0, mostNodes)
  const zones = values.zones === '' ? [] : values.zones.split(',')
  for (const name of ['cpu', 'memory'] as const) checkQuantity(name, values[name])
  if (!/^[a-z0-9]([-a-z0-9.]*)$/.test(values['name-prefix']))
    throw new Error(`--name-prefix: "${values['name-prefix']}" does not start a node name`)
  for (const zone of zones)
    if (!/^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(zone))
      throw new Error(`--zones: "${zone}" is not a label value`)
  return Array.from({ length: count }, (_, i) => ({
    name: `${values['name-prefix']}${i + 1}`,
    cpu: values.cpu,
    memory: values.memory,
    pods: podsPerNode,
    zone: zones.length === 0 ? '' : (zones[i % zones.length] as string),
    labels: {},
  }))
}

function checkQuantity(name: string, text: string): void {
  try {
    parseQuantity(text)
  } catch {
    throw new Error(`--${name}: "${text}" is not a quantity`)
  }
}

function profileNamed(name: string): Origin['profile'] {
  if (name === 'real' || name === 'classroom') return name
  throw new Error(`--profile: "${name}" is neither real nor classroom`)
}

function wholeNumber(
  values: FlagValues<typeof flags>,
  name: 'nodes' | 'seed',
  least: number,
  most: number,
): number {
  const value = Number(values[name])
  if (Number.isInteger(value) && value >= least && value <= most && /^\d+$/.test(values[name])) return value
  throw new Error(`--${name}: "${values[name]}" is not a whole number from ${least} to ${most}`)
}
