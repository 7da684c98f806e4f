import { memo, useId, useMemo } from 'react'
import { compactNumber } from '../../i18n/index.ts'
import { useLanguage, useSession, useText } from '../../state/index.ts'
import { xOf } from '../../viz/timeline/axis.ts'
import { type Chart, chartOf, highestIn } from '../../viz/timeline/chart.ts'
import styles from './ChartPart.module.css'
import { useSample } from './useSample.ts'
import { useSamples } from './useSamples.ts'
import { words } from './words.ts'

interface Props {
  readonly span: number
  readonly width: number
}

/** Beside the ledger it is low; on a phone it has a sheet to itself. */
const heightFor = (width: number) => (width < 420 ? 104 : 52)

/** Drawn when a sample comes, not when time goes by: the playhead only moves the windows that it is seen through. */
export const ChartPart = memo(function ChartPart({ span, width }: Props) {
  const samples = useSamples()
  const height = heightFor(width)
  const most = highestIn(samples)
  const chart = useMemo(
    () => chartOf(samples, { width, height, span, most }),
    [samples, width, height, span, most],
  )
  return (
    <div className={styles.part} style={{ height }}>
      <Scale most={most} />
      {width > 0 && <Windows chart={chart} span={span} width={width} height={height} />}
    </div>
  )
})

interface WindowsProps extends Props {
  readonly chart: Chart
  readonly height: number
}

function Windows({ chart, span, width, height }: WindowsProps) {
  const say = useText()
  const id = useId()
  const sample = useSample()
  // Where all of it has been played there is one window, as wide as the chart: it stands still while time goes by.
  const isAtEnd = useSession(({ clock }) => clock.tick >= clock.horizon)
  const now = useSession(({ clock }) => (isAtEnd ? 0 : xOf(clock.tick, span, width)))
  const end = useSession(({ clock }) => (isAtEnd ? 0 : xOf(clock.horizon, span, width)))
  return (
    <svg
      className={styles.chart}
      viewBox={`0 -2 ${width} ${height + 4}`}
      role="img"
      aria-label={sample === undefined ? say(words.chartEmpty) : say(words.chart, { ...sample })}
    >
      {!isAtEnd && (
        <>
          <clipPath id={`${id}past`}>
            <rect x={-2} y={-4} width={now + 2} height={height + 8} />
          </clipPath>
          <clipPath id={`${id}future`}>
            <rect x={now} y={-4} width={Math.max(0, end - now)} height={height + 8} />
          </clipPath>
        </>
      )}
      <pattern
        id={`${id}hatch`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" className={styles.ground} />
        <path d="M0,0V6" className={styles.hatch} />
      </pattern>
      <line x1={0} x2={width} y1={height} y2={height} className={styles.zero} />
      <g clipPath={isAtEnd ? undefined : `url(#${id}past)`}>
        <Lines chart={chart} hatch={`url(#${id}hatch)`} />
      </g>
      {!isAtEnd && (
        <g clipPath={`url(#${id}future)`} className={styles.future}>
          <Lines chart={chart} hatch={`url(#${id}hatch)`} />
        </g>
      )}
    </svg>
  )
}

const Lines = memo(function Lines({ chart, hatch }: { readonly chart: Chart; readonly hatch: string }) {
  return (
    <>
      <path d={chart.gap} fill={hatch} />
      <path d={chart.actual} className={styles.actual} />
      <path d={chart.desired} className={styles.desired} />
    </>
  )
})

function Scale({ most }: { readonly most: number }) {
  const language = useLanguage()
  return (
    <div className={styles.scale} aria-hidden="true">
      <span>{compactNumber(most, language)}</span>
      <span>0</span>
    </div>
  )
}
