import { memo } from 'react'
import { type LoopCard, useText } from '../../../state/index.ts'
import { targetId } from '../hands/target.ts'
import styles from './LoopRing.module.css'
import { useTurning } from './useTurning.ts'
import { words } from './words.ts'

interface Props {
  readonly loop: LoopCard
  readonly size: 'large' | 'small'
  /** Whether it can be put to sleep; and whether the Tab key leads to it. */
  readonly canAct?: boolean
  readonly isStop?: boolean
}

/** One control loop: it turns while it reconciles, shows how much waits in its queue, and is broken while it sleeps. */
export const LoopRing = memo(function LoopRing({ loop, size, canAct = false, isStop = false }: Props) {
  const say = useText()
  const { name, asleep, queue, turns } = loop
  const label = [
    name,
    say(asleep ? words.asleep : words.awake),
    say(words.turns, { n: turns }),
    ...(queue === 0 ? [] : [say(words.queue, { n: queue })]),
  ].join(', ')
  const attributes = {
    className: styles.loop,
    'data-size': size,
    'data-asleep': asleep,
    title: label,
  }
  const content = (
    <>
      <Ring loop={loop} />
      {size === 'large' && <Name name={name} />}
    </>
  )
  if (size === 'small' || !canAct)
    return (
      <span {...attributes} role="img" aria-label={label}>
        {content}
      </span>
    )
  return (
    <button
      {...attributes}
      type="button"
      data-target={targetId.loop(name)}
      data-rove=""
      tabIndex={isStop ? 0 : -1}
      aria-haspopup="menu"
    >
      <span aria-hidden="true" className={styles.seen}>
        {content}
      </span>
      <span className={`visually-hidden ${styles.label}`}>{label}</span>
    </button>
  )
})

function Ring({ loop: { name, asleep, queue, turns } }: { readonly loop: LoopCard }) {
  const dial = useTurning(turns)
  return (
    <span className={styles.ring} data-place={`loop/${name}`}>
      <svg ref={dial} viewBox="0 0 64 64" className={styles.dial} aria-hidden="true">
        {asleep ? <BrokenRing /> : <WholeRing />}
      </svg>
      <span className={styles.middle}>{asleep ? '☾' : briefly(turns)}</span>
      {queue > 0 && <span className={styles.queue}>{queue > 99 ? '99+' : queue}</span>}
    </span>
  )
}

/** An arc with an arrowhead: observe, compare, act, and round again. */
function WholeRing() {
  return (
    <>
      <circle cx="32" cy="32" r="27" className={styles.track} />
      <path d="M32 5a27 27 0 1 1-19.1 7.9" className={styles.arc} />
      <path d="M9.5 7.5h9.5v9.5z" className={styles.head} />
    </>
  )
}

function BrokenRing() {
  return <circle cx="32" cy="32" r="27" className={styles.broken} />
}

const everyController = '-controller'
const theDefault = 'default-'

/** What tells it from the others; a narrow stage leaves out the rest. */
function Name({ name }: { readonly name: string }) {
  const before = name.startsWith(theDefault) ? theDefault : ''
  const after = name.endsWith(everyController) ? everyController : ''
  return (
    <span className={styles.name}>
      <span className={styles.common}>{before}</span>
      {name.slice(before.length, name.length - after.length)}
      <span className={styles.common}>{after}</span>
    </span>
  )
}

/** As many figures as the ring has room for. */
function briefly(turns: number): string {
  return turns < 10_000 ? String(turns) : `${Math.floor(turns / 1000).toLocaleString('en')}k`
}
