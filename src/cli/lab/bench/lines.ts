/** What a bench run prints for people. */
import type { BenchFigures } from './measure.ts'
import type { Phase } from './phase.ts'

export function linesOf(figures: BenchFigures): string[] {
  return [
    `bring-up        ${phase(figures.bringUp)}${sent(figures.bringUpRequests)}`,
    `steady          ${phase(figures.idle)}`,
    `churn           ${phase(figures.churn)} (ten pods a second deleted)`,
    ...trafficLines(figures),
    `visits/write    ${figures.visitsPerCause.toFixed(2)} (watch deliveries and timers)`,
    `scored          ${figures.scored.mean.toFixed(0)} nodes a pod, at most ${figures.scored.most}`,
    ...seekLines(figures),
    `heap            ${figures.heapMegabytes.toFixed(0)} MB, ${figures.bytesPerPod.toFixed(0)} bytes a pod; the ledger takes ${figures.ledgerMegabytes.toFixed(0)} MB more`,
    `hash            ${figures.hash}`,
  ]
}

function sent(requests: number): string {
  return requests === 0 ? '' : ` (${requests} requests sent meanwhile)`
}

function trafficLines({ traffic, idle, churn }: BenchFigures): string[] {
  if (traffic === undefined) return []
  const { requests } = traffic
  const seconds = traffic.idle.simulatedSeconds + traffic.churn.simulatedSeconds
  const each = (1e9 * (traffic.idle.wallSeconds / traffic.idle.simulatedSeconds)) / (requests / seconds)
  return [
    `with traffic    ${phase(traffic.idle)} (${(requests / seconds).toFixed(0)} requests a second, ${each.toFixed(0)} ns each)`,
    `and churn       ${phase(traffic.churn)}`,
    `traffic costs   ${cost(idle, traffic.idle)} ms a simulated second at rest, ${cost(churn, traffic.churn)} ms in churn`,
  ]
}

function seekLines({ seeking, bringUp, idle }: BenchFigures): string[] {
  if (seeking === undefined) return []
  const { seeks, longestSeconds, meanSeconds, mostReplayed, mostRequestsReplayed, keyframes } = seeking
  const requests = mostRequestsReplayed > 0 ? ` and ${mostRequestsReplayed} requests` : ''
  const share = (100 * seeking.keyframeSeconds) / (bringUp.cpuSeconds + idle.cpuSeconds)
  return [
    `seeks           ${seeks}: ${ms(meanSeconds)} ms CPU on average, ${ms(longestSeconds)} at most; at most ${mostReplayed} writes${requests} replayed`,
    `keyframes       ${keyframes}, ${seeking.keyframeMegabytes.toFixed(0)} MB, ${share.toFixed(1)} % of the run`,
    `history         ${seeking.historyMegabytes.toFixed(0)} MB: the ledger, the keyframes and what only they hold`,
  ]
}

function ms(seconds: number): string {
  return (1000 * seconds).toFixed(0)
}

/** Milliseconds of this machine that a simulated second takes longer. */
function cost(off: Phase, on: Phase): string {
  const perSecond = (one: Phase) => (1000 * one.wallSeconds) / one.simulatedSeconds
  return (perSecond(on) - perSecond(off)).toFixed(2)
}

function phase(one: Phase): string {
  return [
    `${factor(one)}x`.padStart(9),
    `${one.simulatedSeconds.toFixed(1)} s simulated in ${one.wallSeconds.toFixed(2)} s`,
    `${one.cpuSeconds.toFixed(2)} s CPU`,
    `${one.writes} writes`,
    `longest tick ${one.longestTickMs.toFixed(0)} ms`,
  ].join(', ')
}

export function factor(one: Phase): string {
  return (one.simulatedSeconds / Math.max(one.wallSeconds, 1e-6)).toFixed(1)
}
