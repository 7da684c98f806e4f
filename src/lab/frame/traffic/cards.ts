/** Loads, as they are told to the screen. */
import type { Load } from '../../../sim/substrate/index.ts'
import type { Simulation } from '../../../sim/world/simulation.ts'
import { podTraffic, type TrafficReport, trafficOf, trafficRate } from '../../../sim/world/traffic.ts'
import { type LoadCard, mostPodLoads, type PodLoad } from './format.ts'

export function loadCards(world: Simulation): readonly LoadCard[] {
  return world.components.network.runs.map((run) => cardOf(world, run))
}

type Run = Simulation['components']['network']['runs'][number]

function cardOf(world: Simulation, run: Run): LoadCard {
  const { load, stopped, service } = run
  const report = trafficOf(world, load.id) as TrafficReport
  const { sent, served, failed, inFlight, rps, failedPerSecond, endpoints } = report
  return {
    id: load.id,
    target: targetText(load),
    from: load.from,
    stopped,
    service,
    shape: load.shape?.name ?? 'users',
    ...(load.users === undefined
      ? { asked: stopped ? 0 : (trafficRate(world, load.id) ?? 0) }
      : { users: load.users.count }),
    sent,
    served,
    failed,
    inFlight,
    failures: report.failures,
    rps,
    failedPerSecond,
    ...times(report),
    endpoints,
    ...(report.expected === undefined ? {} : report.expected),
    pods: podLoads(world, service),
  }
}

function targetText({ target }: Load): string {
  if (target.kind !== 'service') return `ingress/${target.host}${target.path}`
  const where = target.namespace === 'default' ? '' : ` -n ${target.namespace}`
  return `svc/${target.name}${where}`
}

function podLoads(world: Simulation, service: number): readonly PodLoad[] {
  const { network } = world.components
  return network
    .endpointsOf(service)
    .slice(0, mostPodLoads)
    .map((pod) => {
      const counts = podTraffic(world, pod)
      return {
        pod,
        rps: counts?.rps ?? 0,
        failedPerSecond: counts?.failedPerSecond ?? 0,
        ...(counts?.p95 === undefined ? {} : { p95: counts.p95 }),
        inFlight: network.processOf(pod)?.inFlight ?? 0,
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
