import { memo } from 'react'
import { useText } from '../../../state/index.ts'
import { hasSideHead } from '../../../viz/loop/card.ts'
import type { DensityName } from '../../../viz/loop/density.ts'
import type { Tray } from '../../../viz/loop/tray.ts'
import styles from './TrayView.module.css'
import { words } from './words.ts'

interface Props {
  readonly tray: Tray
  readonly unit: number
  /** That of the nodes. */
  readonly density: DensityName
  readonly unplaced: number
  readonly ghosts: number
}

/** Where pods are before they have a node. Those, and the holes of the ones that do not exist, are painted with the chips. */
export const TrayView = memo(function TrayView({ tray, unit, density, unplaced, ghosts }: Props) {
  const say = useText()
  const isEmpty = unplaced + ghosts === 0
  return (
    <div
      className={styles.tray}
      style={{ width: tray.width * unit, height: tray.height * unit }}
      data-place="tray"
      data-density={density}
    >
      <div className={styles.head} data-side={hasSideHead(tray.width)} data-empty={isEmpty}>
        <h3 className={styles.title}>{say(words.tray)}</h3>
        <p className={styles.count}>
          {isEmpty && say(words.trayEmpty)}
          {unplaced > 0 && <span>{say(words.waiting, { n: unplaced })}</span>}
          {ghosts > 0 && <span className={styles.missing}>{say(words.ghosts, { n: ghosts })}</span>}
        </p>
      </div>
      {tray.more > 0 && (
        <span className={styles.more} style={{ left: tray.moreAt.x * unit, top: tray.moreAt.y * unit }}>
          {say(words.plus, { n: tray.more })}
        </span>
      )}
    </div>
  )
})
