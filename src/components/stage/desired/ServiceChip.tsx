import { memo } from 'react'
import { type ServiceCard, useRevealed, useText } from '../../../state/index.ts'
import { MenuSign } from '../hands/MenuSign.tsx'
import { targetId } from '../hands/target.ts'
import styles from './Desired.module.css'
import { words } from './words.ts'

interface Props {
  readonly service: ServiceCard
  readonly isStop: boolean
}

export const ServiceChip = memo(function ServiceChip({ service, isStop }: Props) {
  const say = useText()
  const canAct = useRevealed('menus')
  return (
    <div className={styles.service} data-target={targetId.service(service.slot)}>
      <span className={styles.kind}>Service</span>
      <button type="button" className={styles.serviceName} data-rove="" tabIndex={isStop ? 0 : -1}>
        {service.name}
      </button>
      {canAct && <MenuSign />}
      <span className={styles.endpoints}>{say(words.endpoints, { n: service.endpoints })}</span>
    </div>
  )
})
