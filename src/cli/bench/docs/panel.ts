/** One panel of the plot: lines over the number of pods, which is told by its logarithm, from nothing upwards. */
export interface Point {
  readonly pods: number
  readonly min: number
  readonly median: number
  readonly max: number
}

export interface Panel {
  readonly title: string
  readonly unit: string
  /** At most two; the first is told apart by the first colour. */
  readonly series: readonly { readonly name: string; readonly points: readonly Point[] }[]
}

const classes = ['a', 'b'] as const
const left = 34
const right = 18
const top = 80
const bottom = 30

export function panelSvg({ title, unit, series }: Panel, width: number, height: number): string {
  const points = series.flatMap((one) => one.points)
  const step = niceStep(Math.max(...points.map(({ max }) => max)))
  const most = step * Math.max(1, Math.ceil(Math.max(...points.map(({ max }) => max)) / step))
  const sizes = [...new Set(points.map(({ pods }) => pods))].sort((a, b) => a - b)
  const [least = 1, largest = 10] = [sizes[0], sizes.at(-1)]
  const x = (pods: number) =>
    left + ((width - left - right) * Math.log(pods / least)) / Math.max(1, Math.log(largest / least))
  const y = (value: number) => height - bottom - ((height - bottom - top) * value) / most
  const grid = Array.from({ length: Math.round(most / step) + 1 }, (_, i) => i * step)
  return [
    `<text class="title" x="${left}" y="30">${title}<tspan class="unit" dx="6">${unit}</tspan></text>`,
    ...grid.map(
      (value) =>
        `<line class="grid" x1="${left}" x2="${width - right}" y1="${at(y(value))}" y2="${at(y(value))}"/>` +
        `<text x="${left - 6}" y="${at(y(value) + 4)}" text-anchor="end">${short(value)}</text>`,
    ),
    ...sizes.map(
      (pods, i) =>
        `<text x="${at(i === 0 ? left - 7 : x(pods))}" y="${height - 10}"${i === 0 ? '' : ' text-anchor="middle"'}>${pods / 1000}k${i === 0 ? ' pods' : ''}</text>`,
    ),
    ...series.flatMap(({ name, points: own }, i) => {
      const path = own.map(({ pods, median }) => `${at(x(pods))} ${at(y(median))}`).join(' L ')
      const colour = classes[i] as string
      return [
        `<text class="${colour}" x="${left}" y="${49 + 15 * i}">${name}</text>`,
        ...own.map(
          ({ pods, min, max }) =>
            `<line class="range ${colour}" x1="${at(x(pods))}" x2="${at(x(pods))}" y1="${at(y(min))}" y2="${at(y(max))}"/>`,
        ),
        `<path class="line ${colour}" d="M ${path}"/>`,
        ...own.map(
          ({ pods, median }) => `<circle class="${colour}" cx="${at(x(pods))}" cy="${at(y(median))}" r="3"/>`,
        ),
      ]
    }),
  ].join('\n')
}

/** Of 1, 2 and 5 times a power of ten: three to six of them make up the most. */
function niceStep(most: number): number {
  const rough = Math.max(most, 1e-9) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10
  return factor * power
}

function at(value: number): string {
  return String(Math.round(value * 10) / 10)
}

function short(value: number): string {
  return Number(value.toPrecision(3)).toString()
}
