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

/** More of a kind than anyone reads are told as a number. */
const mostCards = 16
const mostChips = 8

export function Desired({ mode }: { readonly mode: StageMode }) {
  const say = useText()
  const deployments = useWorld((world) => world.deployments)
  const replicaSets = useWorld((world) => world.replicaSets)
  const services = useWorld((world) => world.services)
  const autoscalers = useWorld((world) => world.autoscalers)
  const workloads = useMemo(() => workloadsOf(deployments, replicaSets), [deployments, replicaSets])
  const canAct = useRevealed('menus')
  const own = useMemo(() => [...services.values()].filter(isOwn), [services])
  const cards = useMemo(() => workloads.slice(0, mostCards), [workloads])
  const scalers = useMemo(() => autoscalers.slice(0, mostChips), [autoscalers])
  const entries = useMemo(() => own.slice(0, mostChips), [own])
  const ids = useMemo(
    () => [
      ...cards.map(({ slot }) => targetId.workload(slot)),
      ...scalers.map(({ slot }) => targetId.autoscaler(slot)),
      ...entries.map(({ slot }) => targetId.service(slot)),
    ],
    [cards, scalers, entries],
  )
  const { group, stop } = useRoving<HTMLDivElement>(ids, canAct)
  return (
    <>
      <div className={stage.heading}>
        <h2 className={stage.headingText}>{say(words.desired)}</h2>
      </div>
      <div {...group} className={styles.column} data-mode={mode} data-many={workloads.length > 2}>
        {workloads.length === 0 && <p className={styles.nothing}>{say(words.nothing)}</p>}
        {cards.map((workload) => (
          <WorkloadCard
            key={workload.slot}
            workload={workload}
            isStop={targetId.workload(workload.slot) === stop}
          />
        ))}
        <Rest n={workloads.length - cards.length} />
        {scalers.map((autoscaler) => (
          <AutoscalerChip
            key={autoscaler.slot}
            autoscaler={autoscaler}
            isStop={targetId.autoscaler(autoscaler.slot) === stop}
          />
        ))}
        <Rest n={autoscalers.length - scalers.length} />
        {entries.map((service) => (
          <ServiceChip
            key={service.slot}
            service={service}
            isStop={targetId.service(service.slot) === stop}
          />
        ))}
        <Rest n={own.length - entries.length} />
      </div>
    </>
  )
}

/** All of them are in the stage's table. */
function Rest({ n }: { readonly n: number }) {
  const say = useText()
  return n > 0 && <p className={styles.nothing}>{say(words.andMore, { n })}</p>
}
