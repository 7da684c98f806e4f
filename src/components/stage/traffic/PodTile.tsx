import { memo } from 'react'
import { useRevealed, useSession, useText } from '../../../state/index.ts'
import { stripeOf } from '../../../viz/loop/stripe.ts'
import type { TileSize } from '../../../viz/traffic/tiles.ts'
import { Glyph } from '../Glyph.tsx'
import { targetId } from '../hands/target.ts'
import { lookWords } from '../words.ts'
import { countText, millisText } from './figures.ts'
import styles from './PodTile.module.css'
import { Queue } from './Queue.tsx'
import type { BusyPod } from './scene.ts'
import { words } from './words.ts'

interface Props extends BusyPod {
  readonly size: TileSize
  readonly nodeName: string | undefined
  /** Whether the Tab key leads here. */
  readonly isStop: boolean
}

/** Enough of a pod's name to know it by. */
const tail = 5
const queueRoom = { roomy: 5, compact: 3, small: 0 } as const

/** One pod and what it has to do. */
export const PodTile = memo(function PodTile(props: Props) {
  const { pod, load, size, isStop } = props
  const label = useLabel(props)
  const hasNames = useRevealed('names')
  const isSelected = useSession(({ selected }) => selected === pod.slot)
  const { look, name, revision } = pod
  const fails = load.failedPerSecond > 0
  return (
    <button
      type="button"
      className={styles.tile}
      data-size={size}
      data-look={look}
      data-stripe={stripeOf(revision)}
      data-asked={load.isEndpoint}
      data-fails={fails || undefined}
      data-spot={pod.slot}
      data-target={targetId.pod(pod.slot)}
      data-rove=""
      aria-pressed={isSelected}
      tabIndex={isStop ? 0 : -1}
    >
      <span className="visually-hidden">{label}</span>
      {size !== 'small' && (
        <span className={styles.name} aria-hidden="true">
          <Glyph look={look === 'gone' ? 'terminating' : look} />
          {hasNames ? name.slice(-tail) : 'Pod'}
        </span>
      )}
      <span className={styles.rate} aria-hidden="true">
        {fails && size === 'small' ? `×${countText(load.failedPerSecond)}` : perSecond(load.rps)}
      </span>
      {size !== 'small' && <Queue inFlight={load.inFlight} threads={load.threads} room={queueRoom[size]} />}
      {size !== 'small' && <Aside {...props} />}
    </button>
  )
}, areAlike)

/** The worst that is to be said: what fails, else that it isn't asked, else how long it takes. */
function Aside({ pod, load, size }: Props) {
  const say = useText()
  if (load.failedPerSecond > 0)
    return (
      <span className={styles.fails} aria-hidden="true">
        ×&thinsp;{perSecond(load.failedPerSecond)}
      </span>
    )
  if (!load.isEndpoint)
    return (
      <span className={styles.aside} aria-hidden="true">
        {size === 'roomy' && say(pod.look === 'terminating' ? words.leaving : words.notReady)}
      </span>
    )
  return (
    <span className={styles.aside} aria-hidden="true">
      {millisText(load.p95)}
    </span>
  )
}

function useLabel({ pod, load, nodeName }: Props): string {
  const say = useText()
  const hasNames = useRevealed('names')
  return [
    `${hasNames ? pod.name : 'Pod'} ${say(lookWords[pod.look])}`,
    ...(nodeName === undefined ? [] : [say(words.onNode, { node: nodeName })]),
    ...(pod.revision === 0 ? [] : [say(words.revision, { n: pod.revision })]),
    ...(load.isEndpoint ? [] : [say(words.notAsked)]),
    say(words.rate, { n: countText(load.rps) }),
    say(words.inFlight, { n: load.inFlight }),
    ...(load.p95 === undefined ? [] : [say(words.p95, { time: millisText(load.p95) })]),
    ...(load.failedPerSecond === 0 ? [] : [say(words.failed, { n: countText(load.failedPerSecond) })]),
  ].join(', ')
}

/** The same in both languages: a tile has room for a sign, not for a word. */
function perSecond(rate: number): string {
  return `${countText(rate)}/s`
}

/** The numbers come anew with every frame; a tile is drawn anew when one of them is another. */
function areAlike(a: Props, b: Props): boolean {
  return (
    a.pod === b.pod &&
    a.size === b.size &&
    a.nodeName === b.nodeName &&
    a.isStop === b.isStop &&
    (Object.keys(a.load) as (keyof Props['load'])[]).every((key) => a.load[key] === b.load[key]) &&
    a.load.p95 === b.load.p95
  )
}
