/** A table of any length: only the rows in sight are elements. Its rows are numbered, so that a screen reader knows how many there are. */
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type RowRange, visibleRows } from '../../viz/table/rows.ts'
import { ScrollBox } from './ScrollBox.tsx'
import styles from './VirtualTable.module.css'

interface Props {
  readonly title: string
  readonly columns: readonly string[]
  readonly count: number
  /** The cells of a row; the first names it. */
  readonly rowAt: (index: number) => { readonly key: string | number; readonly cells: readonly ReactNode[] }
  /** Told of the rows that came into sight, for names and the like that have to be asked for. */
  readonly onSeen?: (range: RowRange) => void
  /** The tracks of its grid. */
  readonly tracks: string
}

/** In rem: as the style sheet has it. */
const rowHeight = 1.875

export function VirtualTable({ title, columns, count, rowAt, onSeen, tracks }: Props) {
  const box = useRef<HTMLElement>(null)
  const { first, end } = useRange(box, count)
  useEffect(() => onSeen?.({ first, end }), [onSeen, first, end])
  const rows = Array.from({ length: end - first }, (_, at) => first + at)
  return (
    <div className={styles.frame}>
      <h2 className={styles.title}>
        {title} <span className={styles.count}>{count.toLocaleString('en')}</span>
      </h2>
      <ScrollBox ref={box} className={styles.box} aria-label={title}>
        {/* biome-ignore-start lint/a11y/useSemanticElements: rows of a real table can't be left out */}
        {/* biome-ignore-start lint/a11y/useFocusableInteractive: it is read, and not a grid to move in */}
        <div
          role="table"
          aria-label={title}
          aria-rowcount={count + 1}
          style={{ '--tracks': tracks } as object}
        >
          <div role="rowgroup" className={styles.head}>
            <div role="row" aria-rowindex={1} className={styles.row}>
              {columns.map((column) => (
                <span key={column} role="columnheader">
                  {column}
                </span>
              ))}
            </div>
          </div>
          <div role="rowgroup" className={styles.body} style={{ height: `${count * rowHeight}rem` }}>
            {rows.map((index) => {
              const { key, cells } = rowAt(index)
              return (
                <div
                  key={key}
                  role="row"
                  aria-rowindex={index + 2}
                  className={styles.row}
                  style={{ top: `${index * rowHeight}rem` }}
                >
                  {cells.map((cell, column) => (
                    <span key={columns[column]} role={column === 0 ? 'rowheader' : 'cell'}>
                      {cell}
                    </span>
                  ))}
                </div>
              )
            })}
          </div>
        </div>
        {/* biome-ignore-end lint/a11y/useFocusableInteractive: see above */}
        {/* biome-ignore-end lint/a11y/useSemanticElements: see above */}
      </ScrollBox>
    </div>
  )
}

function useRange(box: RefObject<HTMLElement | null>, count: number): RowRange {
  const [range, setRange] = useState<RowRange>({ first: 0, end: Math.min(count, 30) })
  useLayoutEffect(() => {
    const { current } = box
    if (current === null) return
    const measure = () => {
      const pixels =
        rowHeight * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16)
      const now = visibleRows(current.scrollTop, current.clientHeight || 600, pixels, count)
      setRange((before) => (before.first === now.first && before.end === now.end ? before : now))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    current.addEventListener('scroll', measure, { passive: true })
    return () => {
      observer.disconnect()
      current.removeEventListener('scroll', measure)
    }
  }, [box, count])
  return range
}
