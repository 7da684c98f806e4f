import { memo, useMemo } from 'react'
import { useText } from '../../../state/index.ts'
import { highestOf, lineOf } from '../../../viz/timeline/seconds.ts'
import { percentText } from '../../stage/traffic/figures.ts'
import type { RowProps } from './RequestsRow.tsx'
import styles from './Row.module.css'
import { Row, rowHeight } from './Row.tsx'
import { useMomentNow } from './useMoments.ts'
import { words } from './words.ts'

/** CPU that the pods use, of what they request: what an autoscaler looks at. */
export const UsedRow = memo(function UsedRow({ moments, span, width }: RowProps) {
  const say = useText()
  const now = useMomentNow(moments)
  const { line, most, full } = useMemo(() => {
    const used = moments.map(({ tick, used }) => ({ tick, value: used }))
    const top = Math.max(1, Math.ceil(highestOf(used) * 2) / 2)
    const y = (value: number) => rowHeight * (1 - value / top)
    return { line: lineOf(used, { width, height: rowHeight, span }, y), most: top, full: y(1) }
  }, [moments, span, width])
  const value = now === undefined ? '–' : now.used < 0 ? say(words.noRequest) : percentText(now.used)
  return (
    <Row
      name={say(words.used)}
      entries={[{ name: 'CPU', value, line: 'solid' }]}
      label={say(words.usedChart, { used: value })}
      span={span}
      width={width}
      most={`${most * 100}%`}
      least="0"
    >
      <line x1={0} x2={width} y1={full} y2={full} className={styles.full} />
      <path d={line} className={styles.line} />
    </Row>
  )
})
