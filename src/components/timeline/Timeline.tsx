/** The recording along simulated time: desired against actual, what people did, and where one looks. */
import { useState } from 'react'
import { useRevealed, useSession, useText } from '../../state/index.ts'
import { spanFor } from '../../viz/timeline/axis.ts'
import { Axis } from './Axis.tsx'
import { ChartPart } from './ChartPart.tsx'
import { Legend } from './Legend.tsx'
import { Marks } from './Marks.tsx'
import { Scrubber } from './Scrubber.tsx'
import { TableTwin } from './TableTwin.tsx'
import styles from './Timeline.module.css'
import { useSize } from './useSize.ts'
import { words } from './words.ts'

export function Timeline() {
  const say = useText()
  const hasChart = useRevealed('timeline')
  const hasScrubber = useRevealed('scrubber')
  const span = useSession(({ clock }) => spanFor(clock.horizon))
  const [plot, setPlot] = useState<HTMLElement | null>(null)
  const { width } = useSize(plot)
  const [hasTable, setTable] = useState(false)
  if (!hasChart && !hasScrubber) return null
  return (
    <section className={styles.timeline} aria-label={say(words.timeline)}>
      {hasChart && (
        <header className={styles.head}>
          <Legend />
          <button
            type="button"
            className={styles.toggle}
            aria-expanded={hasTable}
            onClick={() => setTable(!hasTable)}
          >
            {say(words.asTable)}
          </button>
        </header>
      )}
      <div className={styles.plot} ref={setPlot}>
        <Marks span={span} width={width} />
        {hasChart && <ChartPart span={span} width={width} />}
        <Axis span={span} width={width} />
        {hasScrubber && <Scrubber span={span} width={width} />}
      </div>
      {hasChart && hasTable && <TableTwin />}
    </section>
  )
}
