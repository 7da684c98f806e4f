import { memo } from 'react'
import { type LoopCard, useText } from '../../../state/index.ts'
import styles from './LoopRing.module.css'
import { useTurning } from './useTurning.ts'
import { words } from './words.ts'

interface Props {
  readonly loop: LoopCard
  readonly size: 'large' | 'small'
}

/** One control loop: it turns while it reconciles, shows how much waits in its queue, and is broken while it sleeps. */
export const LoopRing = memo(function LoopRing({ loop, size }: Props) {
  const say = useText()
  const { name, asleep, queue, turns } = loop
  const dial = useTurning(turns)
  const [first, last] = partsOf(name)
  const label = [
    name,
    say(asleep ? words.asleep : words.awake),
    say(words.turns, { n: turns }),
    ...(queue === 0 ? [] : [say(words.queue, { n: queue })]),
  ].join(', ')
  return (
    <span
      className={styles.loop}
      data-size={size}
      data-asleep={asleep}
      role="img"
      aria-label={label}
      title={label}
    >
      <span className={styles.ring} data-place={`loop/${name}`}>
        <svg ref={dial} viewBox="0 0 64 64" className={styles.dial} aria-hidden="true">
          {asleep ? <BrokenRing /> : <WholeRing />}
        </svg>
        <span className={styles.middle}>{asleep ? '☾' : turns}</span>
        {queue > 0 && <span className={styles.queue}>{queue > 99 ? '99+' : queue}</span>}
      </span>
      {size === 'large' && (
        <span className={styles.name}>
          {first}
          <span className={styles.last}>{last}</span>
        </span>
      )}
    </span>
  )
})

/** "replicaset" and "-controller": what tells it from the others, and what a narrow stage leaves out. */
function partsOf(name: string): readonly [first: string, last: string] {
  const suffix = '-controller'
  return name.endsWith(suffix) ? [name.slice(0, -suffix.length), suffix] : [name.replace(/^default-/, ''), '']
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
