import { memo } from 'react'
import { type AutoscalerCard, useRevealed, useText } from '../../../state/index.ts'
import { MenuSign } from '../hands/MenuSign.tsx'
import { targetId } from '../hands/target.ts'
import styles from './Desired.module.css'
import { words } from './words.ts'

interface Props {
  readonly autoscaler: AutoscalerCard
  readonly isStop: boolean
}

/** Who wants the number that is wanted: between which bounds, and what it goes by. */
export const AutoscalerChip = memo(function AutoscalerChip({ autoscaler, isStop }: Props) {
  const say = useText()
  const canAct = useRevealed('menus')
  const { slot, name, min, max, metrics } = autoscaler
  return (
    <div className={styles.service} data-target={targetId.autoscaler(slot)}>
      <span className={styles.kind}>HPA</span>
      <button type="button" className={styles.serviceName} data-rove="" tabIndex={isStop ? 0 : -1}>
        {name}
      </button>
      {canAct && <MenuSign />}
      <span className={styles.endpoints}>
        {say(words.between, { min, max })} · {metrics}
      </span>
    </div>
  )
})
