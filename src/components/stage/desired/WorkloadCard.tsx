import { memo } from 'react'
import { useText } from '../../../state/index.ts'
import { RevisionMark } from '../RevisionMark.tsx'
import { Slots } from './Slots.tsx'
import styles from './WorkloadCard.module.css'
import { words } from './words.ts'
import type { Workload } from './workloads.ts'

const kindNames = { deployment: 'Deployment', replicaset: 'ReplicaSet' } as const

export const WorkloadCard = memo(function WorkloadCard({ workload }: { readonly workload: Workload }) {
  const say = useText()
  const { kind, name, desired, ready, image, revision, paused, isRolling } = workload
  return (
    <article className={styles.card} data-slot={workload.slot} data-place={`workload/${workload.slot}`}>
      <header className={styles.head}>
        <span className={styles.kind}>{kindNames[kind]}</span>
        <h3 className={styles.name}>{name}</h3>
        <p className={styles.wanted}>
          <span className={styles.numeral}>{desired}</span>
          <span className={styles.unit}>{say(words.wanted)}</span>
        </p>
      </header>
      <Slots desired={desired} ready={ready} />
      <p className={styles.image}>
        <RevisionMark revision={revision} />
        <span className={styles.imageName}>{image}</span>
      </p>
      {(paused || isRolling) && (
        <p className={styles.badges}>
          {paused && <span className={styles.badge}>{say(words.paused)}</span>}
          {isRolling && <span className={styles.badge}>{say(words.rolling)}</span>}
        </p>
      )}
    </article>
  )
})
