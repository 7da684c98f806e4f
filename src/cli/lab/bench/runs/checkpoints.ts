/** `lab bench checkpoints`: the hashes that `npm run bench:browsers` looks for in browsers, taken in Node. */
import { runToCheckpoints } from '../checkpoints.ts'
import { benchRun } from '../run.ts'

export default benchRun({
  defaults: { nodes: '5000', pods: '150000', rate: '1000', every: '100' },
  run({ nodes, pods, rate, every }) {
    const { checkpoints, simulatedSeconds, wallSeconds } = runToCheckpoints({
      nodes: Number(nodes),
      pods: Number(pods),
      podsPerSecond: Number(rate),
      every: Number(every),
    })
    const factor = simulatedSeconds / wallSeconds
    return {
      lines: [
        `# hashes, ${nodes} nodes, ${pods} pods, ${rate} pods/s`,
        ...checkpoints.map(({ tick, hash }) => `tick ${String(tick).padEnd(10)} ${hash}`),
        `bring-up        ${factor.toFixed(1)}x`,
      ],
      figures: {
        factor,
        hashes: checkpoints.map(({ tick, hash }) => `${tick}:${hash}`).join(' '),
      },
    }
  },
})
