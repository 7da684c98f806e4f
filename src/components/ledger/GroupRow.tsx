import { memo } from 'react'
import { type GapCard, select, useText, world } from '../../state/index.ts'
import styles from './GapLedger.module.css'
import type { GapGroup } from './groups.ts'
import { type Saying, whatIsMissing, whatIsMissingOf, whatItWaitsFor } from './saying.ts'
import { slotOf } from './slotOf.ts'
import { Age, TimeLeft } from './Time.tsx'
import { words } from './words.ts'

/** One gap, or many alike that open into single ones. */
export const GroupRow = memo(function GroupRow({ group: { gaps } }: { readonly group: GapGroup }) {
  const [oldest] = gaps
  if (oldest === undefined) return null
  if (gaps.length === 1)
    return (
      <li>
        <SingleRow gap={oldest} />
      </li>
    )
  return (
    <li>
      <details className={styles.group}>
        <summary className={styles.row}>
          <Cells gap={oldest} missing={whatIsMissingOf(oldest, gaps.length)} isGroup />
        </summary>
        <ul className={styles.members}>
          {gaps.map((gap) => (
            <li key={`${gap.namespace}/${gap.object}`}>
              <SingleRow gap={gap} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
})

function SingleRow({ gap }: { readonly gap: GapCard }) {
  return (
    <button type="button" className={styles.row} onClick={() => selectObject(gap)}>
      <Cells gap={gap} missing={whatIsMissing(gap)} />
    </button>
  )
}

interface CellsProps {
  readonly gap: GapCard
  readonly missing: Saying
  readonly isGroup?: boolean
}

function Cells({ gap, missing, isGroup = false }: CellsProps) {
  const say = useText()
  const { waitingFor } = gap
  const waits = whatItWaitsFor(waitingFor, gap.owner)
  return (
    <>
      <span className={styles.missing}>
        <span className={styles.hole} aria-hidden="true" />
        <span>
          <strong>{say(missing.text, missing.slots)}</strong>
          {!isGroup && <code className={styles.object}>{gap.object}</code>}
        </span>
      </span>
      <span className={styles.who}>
        <span className={styles.owner}>{gap.owner}</span>
        <span className={styles.waits} data-asleep={waitingFor?.reason === 'asleep' || undefined}>
          {waitingFor?.reason === 'asleep' && <span aria-hidden="true">☾ </span>}
          {say(waits.text, waits.slots)}
          {waitingFor?.until !== undefined && <TimeLeft waitingFor={waitingFor} until={waitingFor.until} />}
        </span>
      </span>
      <Age since={gap.since} label={words.age} />
    </>
  )
}

function selectObject({ object, namespace }: GapCard): void {
  const slot = slotOf(world.getState(), object, namespace)
  if (slot !== 0) select(slot)
}
