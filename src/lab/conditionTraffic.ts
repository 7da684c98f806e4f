/** What a condition may know of requests: `traffic('svc/web')` in all, `traffic_since('svc/web')` since its moment. */
import type { Environment } from '@marcbachmann/cel-js'
import { type TrafficReport, trafficOf } from '../sim/world/traffic.ts'
import type { ConditionScope } from './conditionScope.ts'

type Counted = Pick<TrafficReport, 'sent' | 'served' | 'failed' | 'failures'>

const nothing: Counted = { sent: 0, served: 0, failed: 0, failures: {} }

export function registerTraffic(environment: Environment, scope: ConditionScope): void {
  environment.registerFunction('traffic(string): dyn', (target: string) => whole(scope, idOf(target)))
  environment.registerFunction('traffic_since(string): dyn', (target: string) => since(scope, idOf(target)))
}

/** Times in milliseconds; rates a second, over the last ten seconds. Counts are ints, others doubles. Before any load all 0. */
function whole({ world }: ConditionScope, id: string): object {
  const report = trafficOf(world, id)
  return {
    ...counts(report ?? nothing),
    inFlight: BigInt(report?.inFlight ?? 0),
    endpoints: BigInt(report?.endpoints ?? 0),
    rps: report?.rps ?? 0,
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
