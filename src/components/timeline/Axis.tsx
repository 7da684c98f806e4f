import { memo } from 'react'
import { useStore } from 'zustand'
import { momentText } from '../../i18n/index.ts'
import { presenting, useLanguage } from '../../state/index.ts'
import { labelledMoments, xOf } from '../../viz/timeline/axis.ts'
import styles from './Axis.module.css'

/** Labels are this far apart at least; before a room, where type is large, half as much again. */
const apart = 84
const apartForRoom = 126

/** Moments along the axis. What they say is told by the slider too. */
export const Axis = memo(function Axis({ span, width }: { readonly span: number; readonly width: number }) {
  const language = useLanguage()
  const isPresented = useStore(presenting, ({ isOn }) => isOn)
  if (width === 0) return <div className={styles.axis} />
  return (
    <div className={styles.axis} aria-hidden="true">
      {labelledMoments(span, width, isPresented ? apartForRoom : apart).map((tick) => (
        <span key={tick} className={styles.moment} style={{ left: xOf(tick, span, width) }}>
          {momentText(tick, language)}
        </span>
      ))}
    </div>
  )
})
