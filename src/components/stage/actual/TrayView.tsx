import { memo } from 'react'
import { useText } from '../../../state/index.ts'
import { hasSideHead } from '../../../viz/loop/card.ts'
import type { DensityName } from '../../../viz/loop/density.ts'
import type { Tray } from '../../../viz/loop/tray.ts'
import { Glyph } from '../Glyph.tsx'
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

/** Where pods are before they have a node. A ghost stands for one that is wanted and does not exist. */
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
      {tray.ghosts.map(({ x, y }, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a ghost is a count and has no identity
          key={index}
          className={styles.ghost}
          data-density={tray.density}
          style={{ left: x * unit, top: y * unit }}
          aria-hidden="true"
        >
          <Glyph look="ghost" />
        </span>
      ))}
      {tray.more > 0 && (
        <span className={styles.more} style={{ left: tray.moreAt.x * unit, top: tray.moreAt.y * unit }}>
          {say(words.plus, { n: tray.more })}
        </span>
      )}
    </div>
  )
})
