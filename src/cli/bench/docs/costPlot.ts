/** The plot of costs in docs/images: four panels over the size of the cluster, from the least to the most of several runs. */
import type { Cost } from './costs.ts'
import { type Panel, panelSvg } from './panel.ts'

const panelWidth = 224
const height = 252
const margin = 16

export function costPlot(costs: readonly Cost[]): string {
  const panels: readonly Panel[] = [
    panel('CPU a pod', 'µs', 1, costs, [['podMicros', 'to bring it up']]),
    panel('Memory a pod', 'KB', 1000, costs, [
      ['podBytes', 'with its events'],
      ['restedPodBytes', 'an hour later'],
    ]),
    panel('A busy tick', 'ms CPU', 1000, costs, [
      ['busyTickMicros', '1,000 pods a second come'],
      ['churnTickMicros', '10 a second go'],
    ]),
    panel('An idle tick', 'ns CPU', 0.001, costs, [['idleTickMicros', 'nothing is asked']]),
  ]
  const width = 2 * margin + panels.length * panelWidth
  const drawn = panels.map(
    (one, i) =>
      `<g transform="translate(${margin + i * panelWidth} 0)">\n${panelSvg(one, panelWidth, height)}\n</g>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Cost of pods and ticks by the number of pods">
<style>${style}</style>
<rect class="ground" width="${width}" height="${height}" rx="8"/>
${drawn.join('\n')}
</svg>
`
}

function panel(
  title: string,
  unit: string,
  divisor: number,
  costs: readonly Cost[],
  series: readonly (readonly [figure: string, name: string])[],
): Panel {
  const scaled = (cost: Cost, figure: string) => {
    const { min, median, max } = cost.of(figure)
    return { pods: cost.pods, min: min / divisor, median: median / divisor, max: max / divisor }
  }
  return {
    title,
    unit,
    series: series.map(([figure, name]) => ({ name, points: costs.map((cost) => scaled(cost, figure)) })),
  }
}

/** The page's own colours, by day and by night. */
const style = `
text { font: 11px system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; fill: #4a5568; font-variant-numeric: tabular-nums }
.ground { fill: #ffffff }
.title { font-size: 13px; font-weight: 600; fill: #1a202c } .unit { font-weight: 400; fill: #4a5568 }
.grid { stroke: #e2e8f0; stroke-width: 1 }
.a { stroke: #1f5fd0; fill: #1f5fd0 } .b { stroke: #b4540a; fill: #b4540a }
.line { fill: none; stroke-width: 2; stroke-linejoin: round }
.range { stroke-width: 6; stroke-opacity: 0.25; stroke-linecap: round }
text.a, text.b { stroke: none }
@media (prefers-color-scheme: dark) {
text { fill: #a7b1c2 } .ground { fill: #12161d } .title { fill: #eef2f8 } .unit { fill: #a7b1c2 } .grid { stroke: #2a323f }
.a { stroke: #7fb0ff; fill: #7fb0ff } .b { stroke: #f0a35e; fill: #f0a35e } .line { fill: none }
}
`
