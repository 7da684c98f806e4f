/** The requests in a pod: a square for each that is worked on, a frame for a free thread, a bar for each that waits. */
import { placesOf } from '../../../viz/traffic/queue.ts'
import styles from './PodTile.module.css'

interface Props {
  readonly inFlight: number
  readonly threads: number
  /** Places that there is room for. */
  readonly room: number
}

export function Queue({ inFlight, threads, room }: Props) {
  // Three figures need the room of two places.
  const { busy, free, waiting, more } = placesOf(inFlight, threads, inFlight - room >= 100 ? room - 2 : room)
  const places = [
    ...Array.from({ length: busy }, () => 'busy'),
    ...Array.from({ length: free }, () => 'free'),
    ...Array.from({ length: waiting }, () => 'waiting'),
  ]
  return (
    <span className={styles.queue} aria-hidden="true">
      {places.map((place, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places are counts and have no identity
        <i key={index} data-place-is={place} />
      ))}
      {more > 0 && <small>+{more}</small>}
    </span>
  )
}
