/**
 * `lab bench`: how fast the engine is on this machine. Without options: 1,000 nodes and 30,000 pods at the client limits
 * of 1.36 and at a thousand pods a second, then 5,000 nodes and 150,000 pods at a thousand a second. The last two with
 * requests to a thousand Services, too: on against off.
 */
import { parseFlags } from '../../../lab/flags.ts'
import { Limits } from '../../../sim/client/limits.ts'
import { type BenchFigures, type BenchOptions, measure } from '../bench/measure.ts'
import type { Phase } from '../bench/phase.ts'
import { write } from '../output.ts'

export default function bench(args: readonly string[]): number {
  try {
    const flags = parseFlags(args, {
      nodes: '',
      pods: '',
      rate: '1000',
      services: '1000',
      rps: '20',
      seeks: '24',
    })
    const podsPerSecond = Number(flags.rate)
    const requests = { services: Number(flags.services), rps: Number(flags.rps), seeks: Number(flags.seeks) }
    if (flags.nodes !== '' || flags.pods !== '') {
      const [nodes, pods] = [Number(flags.nodes || 1000), Number(flags.pods || 30_000)]
      report({ nodes, pods, podsPerSecond, ...requests }, true)
      return 0
    }
    const usual = new Limits().of('controller-manager').qps
    const none = { services: 0, rps: 0, seeks: 0 }
    report({ nodes: 1000, pods: 30_000, podsPerSecond: usual, ...none }, false)
    report({ nodes: 1000, pods: 30_000, podsPerSecond, ...requests }, false)
    report({ nodes: 5000, pods: 150_000, podsPerSecond, ...requests }, true)
    return 0
  } catch (error) {
    write(2, `lab bench: ${(error as Error).message}\n`)
    return 2
  }
}

/** `headline`: print the two lines that other tools look for. */
function report(options: BenchOptions, headline: boolean): void {
  const figures = measure(options)
  const name = `${options.nodes} nodes, ${options.pods} pods, ${options.podsPerSecond} pods/s`
  write(1, `${[`# ${name}`, ...lines(figures)].join('\n')}\n`)
  if (!headline) return
  write(1, `real-time factor ${factor(figures.bringUp)}\nsteady factor ${factor(figures.idle)}\n`)
}

function lines(figures: BenchFigures): string[] {
  return [
    `bring-up        ${phase(figures.bringUp)}`,
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
  const { seeks, longestSeconds, meanSeconds, mostReplayed, keyframes } = seeking
  const share = (100 * seeking.keyframeSeconds) / (bringUp.cpuSeconds + idle.cpuSeconds)
  return [
    `seeks           ${seeks}: ${ms(meanSeconds)} ms CPU on average, ${ms(longestSeconds)} at most; at most ${mostReplayed} writes replayed`,
    `keyframes       ${keyframes}, ${seeking.keyframeMegabytes.toFixed(0)} MB, ${share.toFixed(1)} % of the run`,
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

function factor(one: Phase): string {
  return (one.simulatedSeconds / Math.max(one.wallSeconds, 1e-6)).toFixed(1)
}
