import type { Node } from '../../../sim/api/types/index.ts'
import {
  defaultRates,
  evictionRate,
  isExcludedFromDisruption,
  judgeDisruption,
  type ZoneCount,
  type ZoneState,
  zoneState,
} from '../../../sim/controllers/nodelifecycle/zoneState.ts'
import { compare } from '../difference.ts'
import { notModelled, type Verdict } from '../vectors.ts'

interface NodeRow {
  readonly name: string
  readonly zone: string
  readonly ready: string
}

type States = Readonly<Record<string, string>>

interface Monitor {
  readonly input: { readonly initial: readonly NodeRow[]; readonly afterGracePeriod: readonly NodeRow[] }
  readonly expected: { initialZoneStates: States; followingZoneStates: States; evictsPods: boolean }
}

interface Compute {
  readonly input: {
    readonly ready: number
    readonly notReady: number
    readonly unhealthyZoneThreshold?: number
  }
  readonly expected: string | { readonly state: string }
}

/** The cases' clusters are tiny: any zone counts as large there, and the slower rate is as good as the other. */
const testRates = { ...defaultRates, largeZone: 0 }

export default function run(testCase: { kind: string } & (Monitor | Compute)): Verdict {
  if (testCase.kind === 'computeZoneState') return compute(testCase as Compute)
  if (testCase.kind === 'monitor') return monitor(testCase as Monitor)
  return `${notModelled} ${testCase.kind}`
}

function compute({ input, expected }: Compute): Verdict {
  const state = zoneState(input.ready, input.notReady, input.unhealthyZoneThreshold)
  return compare(state, typeof expected === 'string' ? expected : expected.state)
}

/** Two passes; pods are evicted if a node that is down may be tainted after the second. */
function monitor({ input, expected }: Monitor): Verdict {
  const first = judgeDisruption(new Map(), countZones(input.initial), testRates)
  const zones = countZones(input.afterGracePeriod)
  const second = judgeDisruption(first.states, zones, testRates)
  const isBlackout = second.blackout === 'entering' || second.blackout === 'inside'
  const evicts = [...zones].some(([name, { ready, notReady }]) => {
    const state = second.states.get(name) as ZoneState
    return notReady > 0 && evictionRate(state, ready + notReady, testRates) > 0
  })
  return compare(
    {
      initialZoneStates: spelled(first.states),
      followingZoneStates: spelled(second.states),
      evictsPods: evicts && !isBlackout,
    },
    {
      ...expected,
      initialZoneStates: byZone(expected.initialZoneStates),
      followingZoneStates: byZone(expected.followingZoneStates),
    },
  )
}

function countZones(rows: readonly NodeRow[]): ReadonlyMap<string, ZoneCount> {
  const zones = new Map<string, ZoneCount>()
  for (const { name, zone, ready } of rows) {
    if (isExcludedFromDisruption(nodeOf(name))) continue
    const count = zones.get(zone) ?? { ready: 0, notReady: 0 }
    const isReady = ready === 'True'
    zones.set(zone, { ready: count.ready + Number(isReady), notReady: count.notReady + Number(!isReady) })
  }
  return zones
}

/** Control plane nodes, known by name when the cases were recorded, carry a label instead since. */
function nodeOf(name: string): Node {
  const labels = name.endsWith('-master') ? { 'node.kubernetes.io/exclude-disruption': '' } : {}
  return { metadata: { name, labels } } as unknown as Node
}

function spelled(states: ReadonlyMap<string, ZoneState>): States {
  return Object.fromEntries(states)
}

/** Zones are named with or without their region. */
function byZone(states: States): States {
  return Object.fromEntries(Object.entries(states).map(([key, state]) => [key.split(':').at(-1), state]))
}
