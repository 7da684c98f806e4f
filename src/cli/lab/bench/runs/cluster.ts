/** `lab bench cluster`: what `lab bench` does with sizes of one's own, its figures by name. */
import { linesOf } from '../lines.ts'
import { type BenchFigures, measure } from '../measure.ts'
import type { Phase } from '../phase.ts'
import { benchRun, type Figures } from '../run.ts'

export default benchRun({
  defaults: {
    nodes: '1000',
    pods: '30000',
    rate: '1000',
    services: '0',
    rps: '20',
    loads: 'apart',
    seeks: '0',
  },
  run({ nodes, pods, rate, services, rps, loads, seeks }) {
    const figures = measure({
      nodes: Number(nodes),
      pods: Number(pods),
      podsPerSecond: Number(rate),
      services: Number(services),
      rps: Number(rps),
      loadsFromStart: loads === 'from-start',
      seeks: Number(seeks),
    })
    const title = `# ${nodes} nodes, ${pods} pods, ${rate} pods/s`
    return { lines: [title, ...linesOf(figures)], figures: named(figures) }
  },
})

function named(figures: BenchFigures): Figures {
  const { bringUp, idle, churn, traffic, scored, seeking } = figures
  return {
    ...phase('bringUp', bringUp),
    bringUpRequests: figures.bringUpRequests,
    ...phase('idle', idle),
    ...phase('churn', churn),
    ...(traffic && {
      requests: traffic.requests,
      ...phase('trafficIdle', traffic.idle),
      ...phase('trafficChurn', traffic.churn),
    }),
    ...(seeking && {
      mostReplayed: seeking.mostReplayed,
      mostRequestsReplayed: seeking.mostRequestsReplayed,
      keyframes: seeking.keyframes,
      seekMeanCpu: seeking.meanSeconds,
      seekLongestCpu: seeking.longestSeconds,
      keyframeMegabytes: seeking.keyframeMegabytes,
    }),
    visitsPerWrite: Number(figures.visitsPerCause.toFixed(4)),
    scoredMean: Number(scored.mean.toFixed(1)),
    scoredMost: scored.most,
    bytesPerPod: figures.bytesPerPod,
    ledgerMegabytes: figures.ledgerMegabytes,
    hash: figures.hash,
  }
}

function phase(name: string, one: Phase): Figures {
  return {
    [`${name}Factor`]: one.simulatedSeconds / one.wallSeconds,
    [`${name}CpuFactor`]: one.simulatedSeconds / one.cpuSeconds,
    [`${name}Wall`]: one.wallSeconds,
    [`${name}Cpu`]: one.cpuSeconds,
    [`${name}Writes`]: one.writes,
    [`${name}LongestTick`]: one.longestTickMs,
  }
}
