/**
 * What a condition may know of requests: `traffic('svc/web')` in all, `traffic_since('svc/web')` since its moment; the same of
 * those that reached a pod, `requests(p)` and `requests_since(p)`.
 */
import type { Environment } from '@marcbachmann/cel-js'
import { podTraffic, type TrafficReport, trafficOf } from '../sim/world/traffic.ts'
import type { ConditionScope } from './conditionScope.ts'

type Counted = Pick<TrafficReport, 'sent' | 'served' | 'failed' | 'failures'>

const nothing: Counted = { sent: 0, served: 0, failed: 0, failures: {} }

export function registerTraffic(environment: Environment, scope: ConditionScope): void {
  environment.registerFunction('traffic(string): dyn', (target: string) =>
    whole(trafficOf(scope.world, idOf(target))),
  )
  environment.registerFunction('traffic_at_start(string): dyn', (target: string) =>
    whole(scope.moment.traffic.get(idOf(target))),
  )
  environment.registerFunction('traffic_since(string): dyn', (target: string) => since(scope, idOf(target)))
  environment.registerFunction('requests(dyn): dyn', (pod: unknown) => ofPod(scope, pod))
  environment.registerFunction('requests_since(dyn): dyn', (pod: unknown) => ofPodSince(scope, pod))
}

/** Times in milliseconds; rates a second, over the last ten seconds. Counts are ints, others doubles. Before any load all 0. */
function whole(report: TrafficReport | undefined): object {
  return {
    ...counts(report ?? nothing),
    inFlight: BigInt(report?.inFlight ?? 0),
    endpoints: BigInt(report?.endpoints ?? 0),
    rps: report?.rps ?? 0,
    busy: report?.expected?.utilisation ?? 0,
    errorRate: report === undefined || report.rps === 0 ? 0 : report.failedPerSecond / report.rps,
    p50: report?.p50 ?? 0,
    p95: report?.p95 ?? 0,
    p99: report?.p99 ?? 0,
  }
}

function since(scope: ConditionScope, id: string): object {
  const now = trafficOf(scope.world, id) ?? nothing
  const then = scope.moment.traffic.get(id) ?? nothing
  const failures = Object.entries(now.failures).map(
    ([cause, count]) => [cause, count - (then.failures[cause as keyof Counted['failures']] ?? 0)] as const,
  )
  return counts({
    sent: now.sent - then.sent,
    served: now.served - then.served,
    failed: now.failed - then.failed,
    failures: Object.fromEntries(failures.filter(([, count]) => count > 0)),
  })
}

/** Attempts, as clients may try more than once. Its window is of ten seconds, in spans of five. */
function ofPod(scope: ConditionScope, pod: unknown): object {
  const report = podTraffic(scope.world, slotOfPod(scope, pod))
  return {
    served: BigInt(report?.served ?? 0),
    failed: BigInt(report?.failed ?? 0),
    rps: report?.rps ?? 0,
    p50: report?.p50 ?? 0,
    p95: report?.p95 ?? 0,
    p99: report?.p99 ?? 0,
  }
}

function ofPodSince(scope: ConditionScope, pod: unknown): object {
  const slot = slotOfPod(scope, pod)
  const now = podTraffic(scope.world, slot)
  const then = scope.moment.podTraffic.get(slot)
  return {
    served: BigInt((now?.served ?? 0) - (then?.served ?? 0)),
    failed: BigInt((now?.failed ?? 0) - (then?.failed ?? 0)),
  }
}

function slotOfPod(scope: ConditionScope, pod: unknown): number {
  const slot = scope.slotOf(pod)
  if (slot === 0) throw new Error('requests: give a pod')
  return slot
}

function counts({ sent, served, failed, failures }: Counted) {
  return {
    sent: BigInt(sent),
    served: BigInt(served),
    failed: BigInt(failed),
    failures: new Map(Object.entries(failures).map(([cause, count]) => [cause, BigInt(count)])),
  }
}

/** "svc/web" is in namespace default; "svc/shop/web" in shop. */
function idOf(target: string): string {
  const [kind, ...path] = target.split('/')
  return kind === 'svc' && path.length === 1 ? `svc/default/${path[0]}` : target
}
