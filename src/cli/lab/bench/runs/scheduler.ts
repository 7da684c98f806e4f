/** `lab bench scheduler`: the quick path's decisions against the plugins', and what each way costs in the same run. */
import { benchRun } from '../run.ts'
import { compareWays, type Window } from '../scheduler/compare.ts'

export default benchRun({
  defaults: { nodes: '5000', pods: '150000', naive: '100', counted: '1000', stretch: '5000' },
  run(flags) {
    const sizes = {
      nodes: Number(flags.nodes),
      pods: Number(flags.pods),
      naive: Number(flags.naive),
      counted: Number(flags.counted),
      stretch: Number(flags.stretch),
    }
    const { windows, placed, scored } = compareWays(sizes)
    const total = (way: 'quick' | 'naive' | 'counted') => windows.reduce((sum, one) => sum + one[way], 0)
    const figures = {
      compared: windows.length * (sizes.naive + sizes.counted),
      differing: windows.reduce((sum, { differing }) => sum + differing, 0),
      placed,
      scoredMean: Number(scored.mean.toFixed(1)),
      scoredMost: scored.most,
      quickMicros: total('quick') / windows.length,
      naiveMicros: total('naive') / windows.length,
      countedMicros: total('counted') / windows.length,
      quickOverNaive: total('naive') / total('quick'),
      quickOverCounted: total('counted') / total('quick'),
    }
    const lines = [
      `# scheduler, ${sizes.nodes} nodes, ${sizes.pods} pods`,
      ...windows.map((window) => describe(window)),
      `equal           ${figures.compared - figures.differing} of ${figures.compared} decisions, by node, nodes looked at and nodes that fit`,
      `scored          ${scored.mean.toFixed(0)} nodes a pod, at most ${scored.most}`,
      `quick is        ${figures.quickOverNaive.toFixed(1)} times as quick as the plugins, ${figures.quickOverCounted.toFixed(1)} times as quick as the plugins with the caches' sums`,
    ]
    return { lines, figures }
  },
})

function describe({ from, quick, naive, counted }: Window): string {
  const each = (micros: number) => `${micros.toFixed(1)} µs`
  return `from ${String(from).padEnd(10)} quick ${each(quick)} CPU a pod, plugins ${each(naive)}, with the caches' sums ${each(counted)}`
}
