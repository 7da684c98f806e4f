import { memo, useMemo } from 'react'
import { Focusable, Tooltip, TooltipTrigger } from 'react-aria-components'
import { clockText } from '../../i18n/index.ts'
import { type Mark, seek, useText, useWorld } from '../../state/index.ts'
import { xOf } from '../../viz/timeline/axis.ts'
import { type Cluster, clustersOf } from '../../viz/timeline/clusters.ts'
import styles from './Marks.module.css'
import { words } from './words.ts'

interface Props {
  readonly span: number
  readonly width: number
}

/** Nearer than this they would cover one another. */
const apart = 26
const mostLines = 8

/** What people did to the world, at its time: a click leads back to just then. */
export const Marks = memo(function Marks({ span, width }: Props) {
  const say = useText()
  const marks = useWorld((world) => world.marks)
  const clusters = useMemo(
    () => (width === 0 ? [] : clustersOf(marks, (tick) => xOf(tick, span, width), apart)),
    [marks, span, width],
  )
  return (
    <ul className={styles.marks} aria-label={say(words.marks)}>
      {clusters.map((cluster) => (
        <li key={cluster.marks[0]?.tick} className={styles.place} style={{ left: cluster.x }}>
          <ClusterButton cluster={cluster} />
        </li>
      ))}
    </ul>
  )
})

function ClusterButton({ cluster: { marks } }: { readonly cluster: Cluster<Mark> }) {
  const say = useText()
  const [first] = marks
  if (first === undefined) return null
  const time = clockText(first.tick)
  const hasFault = marks.some(({ kind }) => kind === 'fault')
  const label =
    marks.length === 1
      ? say(hasFault ? words.fault : words.command, { time, line: first.line })
      : say(words.several, { n: marks.length, time })
  return (
    <TooltipTrigger delay={200} closeDelay={50}>
      <Focusable>
        <button
          type="button"
          className={styles.mark}
          data-fault={hasFault || undefined}
          aria-label={label}
          onClick={() => seek(first.tick)}
        >
          {hasFault ? <FaultGlyph /> : <CommandGlyph />}
          {marks.length > 1 && (
            <span className={styles.count} aria-hidden="true">
              {marks.length}
            </span>
          )}
        </button>
      </Focusable>
      <Tooltip className={styles.tooltip ?? ''} placement="top" offset={4}>
        {[...marks.slice(0, mostLines).entries()].map(([number, { tick, kind, line }]) => (
          <p key={number}>
            <span className={styles.time}>{clockText(tick)}</span> {kind === 'fault' && '⚡ '}
            <code>{line}</code>
          </p>
        ))}
        {marks.length > mostLines && <p>… {marks.length - mostLines}</p>}
      </Tooltip>
    </TooltipTrigger>
  )
}

function CommandGlyph() {
  return (
    <svg width="10" height="10" viewBox="0 0 10 10" fill="currentColor" aria-hidden="true">
      <path d="M1.500 0.500v9L9 5z" />
    </svg>
  )
}

function FaultGlyph() {
  return (
    <svg width="11" height="13" viewBox="0 0 11 13" fill="currentColor" aria-hidden="true">
      <path d="M6.800 0 1 7.300h3.400L3.700 13 10 5.300H6.300z" />
    </svg>
  )
}
