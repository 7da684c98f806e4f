/** One chart among others on the same axis: its name and values above, its scale beside, past and future told apart. */
import { type ReactNode, useId } from 'react'
import { useSession } from '../../../state/index.ts'
import { xOf } from '../../../viz/timeline/axis.ts'
import styles from './Row.module.css'

export interface Entry {
  readonly name: string
  readonly value: string
  /** How its line or area is drawn; absent: it has none. */
  readonly line?: string
}

interface Props {
  readonly name: string
  readonly entries: readonly Entry[]
  /** What it shows, for those who don't see it. */
  readonly label: string
  readonly span: number
  readonly width: number
  readonly most: string
  readonly least: string
  readonly children: ReactNode
}

export const rowHeight = 28

export function Row({ name, entries, label, span, width, most, least, children }: Props) {
  const id = useId()
  const now = useSession(({ clock }) => xOf(clock.tick, span, width))
  const end = useSession(({ clock }) => xOf(clock.horizon, span, width))
  return (
    <div className={styles.row}>
      <div className={styles.head}>
        <p className={styles.name}>{name}</p>
        <dl className={styles.entries}>
          {entries.map((entry) => (
            <div key={entry.name} className={styles.entry}>
              <dt>
                {entry.line !== undefined && <i data-line={entry.line} aria-hidden="true" />}
                {entry.name}
              </dt>
              <dd>{entry.value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className={styles.plot} style={{ height: rowHeight }}>
        <div className={styles.scale} aria-hidden="true">
          <span>{most}</span>
          <span>{least}</span>
        </div>
        {width > 0 && (
          <svg
            className={styles.chart}
            viewBox={`0 -2 ${width} ${rowHeight + 4}`}
            role="img"
            aria-label={label}
          >
            <clipPath id={`${id}past`}>
              <rect x={-2} y={-4} width={now + 2} height={rowHeight + 8} />
            </clipPath>
            <clipPath id={`${id}future`}>
              <rect x={now} y={-4} width={Math.max(0, end - now)} height={rowHeight + 8} />
            </clipPath>
            <line x1={0} x2={width} y1={rowHeight} y2={rowHeight} className={styles.zero} />
            <g clipPath={`url(#${id}past)`}>{children}</g>
            <g clipPath={`url(#${id}future)`} className={styles.future}>
              {children}
            </g>
          </svg>
        )}
      </div>
    </div>
  )
}
