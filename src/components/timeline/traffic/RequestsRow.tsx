import { memo, useId, useMemo } from 'react'
import { useText } from '../../../state/index.ts'
import { areaOf, highestOf, roundAbove } from '../../../viz/timeline/seconds.ts'
import { countText } from '../../stage/traffic/figures.ts'
import styles from './Row.module.css'
import { Row, rowHeight } from './Row.tsx'
import { type Moment, useMomentNow } from './useMoments.ts'
import { words } from './words.ts'

export interface RowProps {
  readonly moments: readonly Moment[]
  readonly span: number
  readonly width: number
}

/** Requests every second: those that were served, and on top of them those that failed, hatched. */
export const RequestsRow = memo(function RequestsRow({ moments, span, width }: RowProps) {
  const say = useText()
  const hatch = useId()
  const now = useMomentNow(moments)
  const { served, failed, most } = useMemo(() => areas(moments, span, width), [moments, span, width])
  const values = { served: countText(now?.served ?? 0), failed: countText(now?.failed ?? 0) }
  return (
    <Row
      name={say(words.requests)}
      entries={[
        { name: say(words.served), value: values.served, line: 'area' },
        { name: say(words.failed), value: values.failed, line: 'failed' },
      ]}
      label={say(words.requestsChart, values)}
      span={span}
      width={width}
      most={countText(most)}
      least="0"
    >
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" className={styles.ground} />
        <path d="M0,0V6" className={styles.hatch} />
      </pattern>
      <path d={served} className={styles.area} />
      <path d={failed} fill={`url(#${hatch})`} />
    </Row>
  )
})

function areas(moments: readonly Moment[], span: number, width: number) {
  const nothing = moments.map(({ tick }) => ({ tick, value: 0 }))
  const low = moments.map(({ tick, served }) => ({ tick, value: served }))
  const high = moments.map(({ tick, served, failed }) => ({ tick, value: served + failed }))
  const most = roundAbove(highestOf(high))
  const curve = { width, height: rowHeight, span }
  const y = (value: number) => rowHeight * (1 - value / most)
  return { served: areaOf(nothing, low, curve, y), failed: areaOf(low, high, curve, y), most }
}
