/** What is wanted: every Deployment (and ReplicaSet on its own), how many, and how many of those are Ready. */
import { useMemo } from 'react'
import { type ServiceCard, useRevealed, useText, useWorld } from '../../../state/index.ts'
import type { StageMode } from '../../../viz/loop/stageMode.ts'
import { targetId } from '../hands/target.ts'
import { useRoving } from '../hands/useRoving.ts'
import stage from '../Stage.module.css'
import styles from './Desired.module.css'
import { WorkloadCard } from './WorkloadCard.tsx'
import { words } from './words.ts'
import { workloadsOf } from './workloads.ts'

export function Desired({ mode }: { readonly mode: StageMode }) {
  const say = useText()
  const deployments = useWorld((world) => world.deployments)
  const replicaSets = useWorld((world) => world.replicaSets)
  const services = useWorld((world) => world.services)
  const workloads = useMemo(() => workloadsOf(deployments, replicaSets), [deployments, replicaSets])
  const canAct = useRevealed('menus')
  const ids = useMemo(() => workloads.map(({ slot }) => targetId.workload(slot)), [workloads])
  const { group, stop } = useRoving<HTMLDivElement>(ids, canAct)
  return (
    <>
      <div className={stage.heading}>
        <h2 className={stage.headingText}>{say(words.desired)}</h2>
      </div>
      <div {...group} className={styles.column} data-mode={mode} data-many={workloads.length > 2}>
        {workloads.length === 0 && <p className={styles.nothing}>{say(words.nothing)}</p>}
        {workloads.map((workload) => (
          <WorkloadCard
            key={workload.slot}
            workload={workload}
            isStop={targetId.workload(workload.slot) === stop}
          />
        ))}
        {[...services.values()].filter(isOwn).map((service) => (
          <ServiceChip key={service.slot} service={service} />
        ))}
      </div>
    </>
  )
}

/** The API server's own service says nothing about what anybody wanted. */
function isOwn({ namespace, name }: ServiceCard): boolean {
  return namespace !== 'default' || name !== 'kubernetes'
}

function ServiceChip({ service }: { readonly service: ServiceCard }) {
  const say = useText()
  return (
    <div className={styles.service}>
      <span className={styles.kind}>Service</span>
      <span className={styles.serviceName}>{service.name}</span>
      <span className={styles.endpoints}>{say(words.endpoints, { n: service.endpoints })}</span>
    </div>
  )
}
