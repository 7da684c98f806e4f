/** Loads, as they are told to the screen. */
import { Services } from '../../../sim/api/kinds/service/index.ts'
import type { Load } from '../../../sim/substrate/index.ts'
import type { Simulation } from '../../../sim/world/simulation.ts'
import { podTraffic, type TrafficReport, trafficOf, trafficRate } from '../../../sim/world/traffic.ts'
import { type LoadCard, mostPodLoads, type PodLoad } from './format.ts'
import { PodsBehind } from './podsBehind.ts'
import { settingOf } from './setting.ts'

/**
 * In the order in which they first came; one that was set just now, and that nobody has played yet, is there too. `hasPods`:
 * whether somebody looks at the pods behind them.
 */
export function loadCards(world: Simulation, hasPods: boolean): readonly LoadCard[] {
  const behind = hasPods ? new PodsBehind(world) : undefined
  const { runs } = world.components.network
  const known = new Set(runs.map(({ load }) => load.id))
  const fresh = world.engine.substrate.loads.all().filter(({ id }) => !known.has(id))
  return [
    ...runs.map((run) => playedCard(world, run, behind)),
    ...fresh.map((load) => freshCard(world, load, behind)),
  ]
}

type Run = Simulation['components']['network']['runs'][number]

function playedCard(world: Simulation, run: Run, behind: PodsBehind | undefined): LoadCard {
  const { load, service } = run
  const report = trafficOf(world, load.id) as TrafficReport
  const { sent, served, failed, inFlight, rps, failedPerSecond, endpoints, failures } = report
  // A run takes over what was set at its next tick: until then the setting is ahead of it.
  const setting = world.engine.substrate.loads.get(load.id)
  return {
    ...setCard(world, setting ?? load, setting === undefined),
    service,
    sent,
    served,
    failed,
    inFlight,
    failures,
    rps,
    failedPerSecond,
    ...times(report),
    endpoints,
    ...(report.expected === undefined ? {} : report.expected),
    pods: behind === undefined ? [] : podLoads(world, service, behind.of(service)),
  }
}

function freshCard(world: Simulation, load: Load, behind: PodsBehind | undefined): LoadCard {
  const { target } = load
  const service =
    target.kind === 'service' ? world.engine.server.slot(Services, target.namespace, target.name) : 0
  const pods = behind === undefined ? [] : podLoads(world, service, behind.of(service))
  const endpoints = world.components.network.endpointsOf(service).length
  return { ...setCard(world, load, false), ...nothingYet, service, endpoints, pods }
}

const nothingYet = {
  sent: 0,
  served: 0,
  failed: 0,
  inFlight: 0,
  failures: {},
  rps: 0,
  failedPerSecond: 0,
} as const

function setCard(world: Simulation, load: Load, stopped: boolean) {
  return {
    id: load.id,
    target: targetText(load),
    from: load.from,
    stopped,
    shape: load.shape?.name ?? 'users',
    ...(load.users === undefined
      ? { asked: stopped ? 0 : (trafficRate(world, load.id) ?? 0) }
      : { users: load.users.count }),
    setting: settingOf(load),
  }
}

function targetText({ target }: Load): string {
  if (target.kind !== 'service') return `ingress/${target.host}${target.path}`
  const where = target.namespace === 'default' ? '' : ` -n ${target.namespace}`
  const port = target.port === '' ? '' : `:${target.port}`
  return `svc/${target.name}${port}${where}`
}

function podLoads(world: Simulation, service: number, pods: readonly number[]): readonly PodLoad[] {
  const { network } = world.components
  const endpoints = new Set(network.endpointsOf(service))
  return pods.slice(0, mostPodLoads).map((pod) => {
    const counts = podTraffic(world, pod)
    const process = network.processOf(pod)
    return {
      pod,
      isEndpoint: endpoints.has(pod),
      rps: counts?.rps ?? 0,
      failedPerSecond: counts?.failedPerSecond ?? 0,
      ...(counts?.p95 === undefined ? {} : { p95: counts.p95 }),
      inFlight: process?.inFlight ?? 0,
      threads: process?.threads ?? 0,
    }
  })
}

function times({
  p50,
  p95,
  p99,
}: {
  p50: number | undefined
  p95: number | undefined
  p99: number | undefined
}) {
  if (p50 === undefined || p95 === undefined || p99 === undefined) return {}
  return { p50, p95, p99 }
}
