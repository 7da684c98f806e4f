/** The recording along simulated time: desired against actual, what people did, and where one looks. */
import { lazy, Suspense, useState } from 'react'
import { useRevealed, useSession, useText, useWorld } from '../../state/index.ts'
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

const TrafficRows = lazy(() => import('./traffic/TrafficRows.tsx'))
const TrafficTable = lazy(() => import('./traffic/TrafficTable.tsx'))

export function Timeline() {
  const say = useText()
  const hasChart = useRevealed('timeline')
  const hasScrubber = useRevealed('scrubber')
  const span = useSession(({ clock }) => spanFor(clock.horizon))
  const [plot, setPlot] = useState<HTMLElement | null>(null)
  const { width } = useSize(plot)
  const [hasTable, setTable] = useState(false)
  const hasMore = useWorld((world) => world.loads.length > 0 || world.autoscalers.length > 0)
  const [wantsTraffic, setTraffic] = useState(hasRoom)
  const hasTraffic = hasMore && hasChart && wantsTraffic
  if (!hasChart && !hasScrubber) return null
  return (
    <section className={styles.timeline} aria-label={say(words.timeline)}>
      {hasChart && (
        <header className={styles.head}>
          <Legend />
          <div className={styles.toggles}>
            {hasMore && (
              <button
                type="button"
                className={styles.toggle}
                aria-expanded={wantsTraffic}
                onClick={() => setTraffic(!wantsTraffic)}
              >
                {say(words.requests)}
              </button>
            )}
            <button
              type="button"
              className={styles.toggle}
              aria-expanded={hasTable}
              onClick={() => setTable(!hasTable)}
            >
              {say(words.asTable)}
            </button>
          </div>
        </header>
      )}
      <div className={styles.plot} ref={setPlot}>
        <Marks span={span} width={width} />
        {hasChart && <ChartPart span={span} width={width} />}
        {hasTraffic && (
          <Suspense>
            <TrafficRows span={span} width={width} />
          </Suspense>
        )}
        <Axis span={span} width={width} />
        {hasScrubber && <Scrubber span={span} width={width} />}
      </div>
      {hasChart && hasTable && <TableTwin />}
      {hasTraffic && hasTable && (
        <Suspense>
          <TrafficTable />
        </Suspense>
      )}
    </section>
  )
}

/** A window that is not tall keeps the stage's room until someone asks; on a phone the timeline has a sheet to itself. */
function hasRoom(): boolean {
  return innerHeight >= 1200 || innerWidth < 600
}
