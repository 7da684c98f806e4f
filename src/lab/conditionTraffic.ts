/** `traffic('svc/web')`: what a condition may know of requests. Before the first one all counts are 0. */
import { trafficOf } from '../sim/world/traffic.ts'
import type { ConditionScope } from './conditionScope.ts'

/** Times in milliseconds; rates a second, over the last ten seconds. Numbers that count are ints, others doubles. */
export function trafficTo({ world }: ConditionScope, target: string): object {
  const report = trafficOf(world, idOf(target))
  const failures = new Map<string, unknown>()
  for (const [cause, count] of Object.entries(report?.failures ?? {})) failures.set(cause, BigInt(count))
  return {
    sent: BigInt(report?.sent ?? 0),
    served: BigInt(report?.served ?? 0),
    failed: BigInt(report?.failed ?? 0),
    inFlight: BigInt(report?.inFlight ?? 0),
    failures,
    rps: report?.rps ?? 0,
    errorRate: report === undefined || report.rps === 0 ? 0 : report.failedPerSecond / report.rps,
    p50: report?.p50 ?? 0,
    p95: report?.p95 ?? 0,
    p99: report?.p99 ?? 0,
  }
}

/** "svc/web" is in namespace default; "svc/shop/web" in shop. */
function idOf(target: string): string {
  const [kind, ...path] = target.split('/')
  return kind === 'svc' && path.length === 1 ? `svc/default/${path[0]}` : target
}
