import { memo, useState } from 'react'
import {
  find,
  type GapCard,
  type GapGroup,
  select,
  useOpenGroup,
  useText,
  type WaitingFor,
  world,
} from '../../state/index.ts'
import styles from './GapLedger.module.css'
import { whatIsMissing, whatIsMissingOf, whatItWaitsFor } from './saying.ts'
import { slotOf } from './slotOf.ts'
import { Age, TimeLeft } from './Time.tsx'
import { words } from './words.ts'

/** One gap, or many alike that open into single ones. */
export const GroupRow = memo(function GroupRow({ group }: { readonly group: GapGroup }) {
  return <li>{group.count === 1 ? <SingleRow gap={group.oldest} /> : <SeveralRow group={group} />}</li>
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

function SeveralRow({ group }: { readonly group: GapGroup }) {
  const say = useText()
  const { key, count, oldest, waitingFor, members = [] } = group
  const { text, slots } = whatIsMissingOf(oldest, count)
  // A hundred rows that nobody sees would be told and drawn with every frame.
  const [isOpen, setOpen] = useState(false)
  useOpenGroup(key, isOpen)
  return (
    <details className={styles.group} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.row}>
        <span className={styles.missing}>
          <Hole />
          <strong>{say(text, slots)}</strong>
        </span>
        <Who owner={oldest.owner} waitingFor={waitingFor} />
        <Age since={oldest.since} label={words.age} />
      </summary>
      {isOpen && (
        <ul className={styles.members}>
          {members.map((gap) => (
            <li key={gap.object}>
              <MemberRow gap={gap} />
            </li>
          ))}
          {members.length > 0 && count > members.length && (
            <li className={styles.more}>{say(words.more, { n: count - members.length })}</li>
          )}
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
