import { memo, useState } from 'react'
import { find, type GapCard, select, useText, type WaitingFor, world } from '../../state/index.ts'
import styles from './GapLedger.module.css'
import { type GapGroup, waitingOfAll } from './groups.ts'
import { whatIsMissing, whatIsMissingOf, whatItWaitsFor } from './saying.ts'
import { slotOf } from './slotOf.ts'
import { Age, TimeLeft } from './Time.tsx'
import { words } from './words.ts'

/** One gap, or many alike that open into single ones. */
export const GroupRow = memo(function GroupRow({ group: { gaps } }: { readonly group: GapGroup }) {
  const [oldest] = gaps
  if (oldest === undefined) return null
  return (
    <li>{gaps.length === 1 ? <SingleRow gap={oldest} /> : <SeveralRow gaps={gaps} oldest={oldest} />}</li>
  )
})

function SingleRow({ gap }: { readonly gap: GapCard }) {
  const say = useText()
  const { text, slots } = whatIsMissing(gap)
  return (
    <button type="button" className={styles.row} onClick={() => selectObject(gap)}>
      <span className={styles.missing}>
        <Hole />
        <span>
          <strong>{say(text, slots)}</strong>
          <code className={styles.object}>{gap.object}</code>
        </span>
      </span>
      <Who owner={gap.owner} waitingFor={gap.waitingFor} />
      <Age since={gap.since} label={words.age} />
    </button>
  )
}

interface SeveralProps {
  readonly gaps: readonly GapCard[]
  readonly oldest: GapCard
}

function SeveralRow({ gaps, oldest }: SeveralProps) {
  const say = useText()
  const { text, slots } = whatIsMissingOf(oldest, gaps.length)
  // A hundred rows that nobody sees would be drawn with every frame.
  const [isOpen, setOpen] = useState(false)
  return (
    <details className={styles.group} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.row}>
        <span className={styles.missing}>
          <Hole />
          <strong>{say(text, slots)}</strong>
        </span>
        <Who owner={oldest.owner} waitingFor={waitingOfAll(gaps)} />
        <Age since={oldest.since} label={words.age} />
      </summary>
      {isOpen && (
        <ul className={styles.members}>
          {gaps.map((gap) => (
            <li key={gap.object}>
              <MemberRow gap={gap} />
            </li>
          ))}
        </ul>
      )}
    </details>
  )
}

/** What is missing is said above: here is where, and what is this one's own. */
function MemberRow({ gap }: { readonly gap: GapCard }) {
  const say = useText()
  const { text, slots } = whatItWaitsFor(gap.waitingFor, gap.owner)
  return (
    <button type="button" className={styles.member} onClick={() => selectObject(gap)}>
      <code className={styles.object}>{gap.object}</code>
      <span>
        {say(text, slots)}
        <TimeLeft waitingFor={gap.waitingFor} />
      </span>
      <Age since={gap.since} label={words.age} />
    </button>
  )
}

interface WhoProps {
  readonly owner: string
  readonly waitingFor: WaitingFor | undefined
}

function Who({ owner, waitingFor }: WhoProps) {
  const say = useText()
  const { text, slots } = whatItWaitsFor(waitingFor, owner)
  const isAsleep = waitingFor?.reason === 'asleep'
  return (
    <span className={styles.who}>
      <span className={styles.owner}>{owner}</span>
      <span className={styles.waits} data-asleep={isAsleep || undefined}>
        {isAsleep && <span aria-hidden="true">☾ </span>}
        {say(text, slots)}
        <TimeLeft waitingFor={waitingFor} />
      </span>
    </span>
  )
}

function Hole() {
  return <span className={styles.hole} aria-hidden="true" />
}

/** A pod of a large world has a name here only once someone has asked for it: then the engine is asked. */
async function selectObject({ object, namespace }: GapCard): Promise<void> {
  const known = slotOf(world.getState(), object, namespace)
  const slot = known === 0 ? await slotFound(object, namespace) : known
  if (slot !== 0) select(slot)
}

async function slotFound(object: string, namespace: string): Promise<number> {
  const [kind, name = ''] = object.split('/')
  if (kind !== 'pod') return 0
  const found = await find(name, mostAlike)
  return found.find((one) => one.name === name && one.namespace === namespace)?.slot ?? 0
}

/** Names that begin alike. */
const mostAlike = 20
