import { memo } from 'react'
import { useRevealed, useText } from '../../../state/index.ts'
import { MenuSign } from '../hands/MenuSign.tsx'
import { targetId } from '../hands/target.ts'
import { RevisionMark } from '../RevisionMark.tsx'
import { Scale } from './Scale.tsx'
import { Slots } from './Slots.tsx'
import styles from './WorkloadCard.module.css'
import { words } from './words.ts'
import type { Workload } from './workloads.ts'

const kindNames = { deployment: 'Deployment', replicaset: 'ReplicaSet' } as const

interface Props {
  readonly workload: Workload
  readonly isStop: boolean
}

export const WorkloadCard = memo(function WorkloadCard({ workload, isStop }: Props) {
  const say = useText()
  const canAct = useRevealed('menus')
  const { kind, name, desired, ready, image, revision, paused, isRolling } = workload
  return (
    <article className={styles.card} data-target={targetId.workload(workload.slot)} data-place="workload">
      <header className={styles.head}>
        <span className={styles.kind}>{kindNames[kind]}</span>
        <h3 className={styles.name}>
          <button type="button" className={styles.button} data-rove="" tabIndex={isStop ? 0 : -1}>
            {name}
          </button>
        </h3>
        {canAct && <MenuSign />}
        <p className={styles.wanted}>
          <span className={styles.numeral}>{desired.toLocaleString('en')}</span>
          <span className={styles.unit}>{say(words.wanted)}</span>
          {canAct && <Scale workload={workload} />}
        </p>
      </header>
      <Slots desired={desired} ready={ready} />
      <p className={styles.image}>
        <RevisionMark revision={revision} />
        <span className={styles.imageName}>{image}</span>
        {paused && <span className={styles.badge}>{say(words.paused)}</span>}
        {isRolling && <span className={styles.badge}>{say(words.rolling)}</span>}
      </p>
    </article>
  )
})
