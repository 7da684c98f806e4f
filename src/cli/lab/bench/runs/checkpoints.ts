/** `lab bench checkpoints`: the hashes that `npm run bench:browsers` looks for in browsers, taken in Node. */
import { type Checked, runToCheckpoints } from '../checkpoints.ts'
import { cpuSecondsOf } from '../phase.ts'
import { benchRun } from '../run.ts'

export default benchRun({
  defaults: { nodes: '5000', pods: '150000', rate: '1000', every: '100' },
  run({ nodes, pods, rate, every }) {
    let checked: Checked | undefined
    const cpuSeconds = cpuSecondsOf(() => {
      checked = runToCheckpoints({
        nodes: Number(nodes),
        pods: Number(pods),
        podsPerSecond: Number(rate),
        every: Number(every),
      })
    })
    const { checkpoints, simulatedSeconds, wallSeconds, share } = checked as unknown as Checked
    const factor = simulatedSeconds / wallSeconds
    const cpuFactor = simulatedSeconds / (share * cpuSeconds)
    return {
      lines: [
        `# hashes, ${nodes} nodes, ${pods} pods, ${rate} pods/s`,
        ...checkpoints.map(({ tick, hash }) => `tick ${String(tick).padEnd(10)} ${hash}`),
        `bring-up        ${factor.toFixed(1)}x by the clock, ${cpuFactor.toFixed(1)}x by the processor`,
      ],
      figures: {
        factor,
        cpuFactor,
        hashes: checkpoints.map(({ tick, hash }) => `${tick}:${hash}`).join(' '),
      },
    }
  },
})
