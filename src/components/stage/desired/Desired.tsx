/** What is wanted: every Deployment (and ReplicaSet on its own), how many, and how many of those are Ready. */
import { useMemo } from 'react'
import { useRevealed, useText, useWorld } from '../../../state/index.ts'
import type { StageMode } from '../../../viz/loop/stageMode.ts'
import { targetId } from '../hands/target.ts'
import { useRoving } from '../hands/useRoving.ts'
import stage from '../Stage.module.css'

import { AutoscalerChip } from './AutoscalerChip.tsx'
import styles from './Desired.module.css'
import { isOwn } from './ownService.ts'
import { ServiceChip } from './ServiceChip.tsx'
import { WorkloadCard } from './WorkloadCard.tsx'
import { words } from './words.ts'
import { workloadsOf } from './workloads.ts'

/** More cards than anyone reads are told as a number. */
const mostCards = 40

export function Desired({ mode }: { readonly mode: StageMode }) {
  const say = useText()
  const deployments = useWorld((world) => world.deployments)
  const replicaSets = useWorld((world) => world.replicaSets)
  const services = useWorld((world) => world.services)
  const autoscalers = useWorld((world) => world.autoscalers)
  const workloads = useMemo(() => workloadsOf(deployments, replicaSets), [deployments, replicaSets])
  const canAct = useRevealed('menus')
  const own = useMemo(() => [...services.values()].filter(isOwn), [services])
  const ids = useMemo(
    () => [
      ...workloads.slice(0, mostCards).map(({ slot }) => targetId.workload(slot)),
      ...autoscalers.map(({ slot }) => targetId.autoscaler(slot)),
      ...own.map(({ slot }) => targetId.service(slot)),
    ],
    [workloads, autoscalers, own],
  )
  const { group, stop } = useRoving<HTMLDivElement>(ids, canAct)
  return (
    <>
      <div className={stage.heading}>
        <h2 className={stage.headingText}>{say(words.desired)}</h2>
      </div>
      <div {...group} className={styles.column} data-mode={mode} data-many={workloads.length > 2}>
        {workloads.length === 0 && <p className={styles.nothing}>{say(words.nothing)}</p>}
        {workloads.slice(0, mostCards).map((workload) => (
          <WorkloadCard
            key={workload.slot}
            workload={workload}
            isStop={targetId.workload(workload.slot) === stop}
          />
        ))}
        {workloads.length > mostCards && (
          <p className={styles.nothing}>{say(words.andMore, { n: workloads.length - mostCards })}</p>
        )}
        {autoscalers.map((autoscaler) => (
          <AutoscalerChip
            key={autoscaler.slot}
            autoscaler={autoscaler}
            isStop={targetId.autoscaler(autoscaler.slot) === stop}
          />
        ))}
        {own.map((service) => (
          <ServiceChip
            key={service.slot}
            service={service}
            isStop={targetId.service(service.slot) === stop}
          />
        ))}
      </div>
    </>
  )
}
