import { memo, useMemo } from 'react'
import { useText } from '../../../state/index.ts'
import { highestOf, lineOf, logHeight } from '../../../viz/timeline/seconds.ts'
import { millisText } from '../../stage/traffic/figures.ts'
import type { RowProps } from './RequestsRow.tsx'
import styles from './Row.module.css'
import { Row, rowHeight } from './Row.tsx'
import { useMomentNow } from './useMoments.ts'
import { words } from './words.ts'

const quantiles = [
  { name: 'p50', line: 'solid' },
  { name: 'p95', line: 'dashed' },
  { name: 'p99', line: 'dotted' },
] as const

const least = 1

/** How long answers take, by powers of ten: half of them, 95 of a hundred, 99 of a hundred. */
export const LatencyRow = memo(function LatencyRow({ moments, span, width }: RowProps) {
  const say = useText()
  const now = useMomentNow(moments)
  const { lines, most } = useMemo(() => {
    const p99 = highestOf(moments.map(({ tick, p99 }) => ({ tick, value: p99 })))
    const top = [10, 100, 1000, 10_000, 100_000].find((power) => power >= p99) ?? p99
    const curve = { width, height: rowHeight, span }
    const y = (value: number) => logHeight(value, rowHeight, least, top)
    return {
      most: top,
      lines: quantiles.map(({ name }) =>
        lineOf(
          moments.map((moment) => ({ tick: moment.tick, value: moment[name] })),
          curve,
          y,
        ),
      ),
    }
  }, [moments, span, width])
  const values = { p50: millisText(now?.p50), p95: millisText(now?.p95), p99: millisText(now?.p99) }
  return (
    <Row
      name={say(words.latency)}
      entries={quantiles.map(({ name, line }) => ({ name, line, value: values[name] }))}
      label={say(words.latencyChart, values)}
      span={span}
      width={width}
      most={most >= 100 ? `${most / 1000}s` : `${most}ms`}
      least="1ms"
    >
      {quantiles.map(({ name, line }, index) => (
        <path key={name} d={lines[index]} className={styles.line} data-line={line} />
      ))}
    </Row>
  )
})
