/** The ways of requests, and the requests on them. A picture only: what happens is told elsewhere in numbers and words. */
import { useEffect, useRef } from 'react'
import { spokePath } from '../../../viz/traffic/route.ts'
import { useMoving } from '../useMoving.ts'
import styles from './Flights.module.css'
import { startFlights } from './flights.ts'
import type { Spots } from './spots.ts'

interface Props {
  readonly spots: Spots | undefined
}

export function Flights({ spots }: Props) {
  const layer = useRef<HTMLDivElement>(null)
  const newest = useRef(spots)
  newest.current = spots
  const moving = useMoving()
  useEffect(() => {
    if (!moving || layer.current === null) return
    return startFlights(layer.current, () => newest.current)
  }, [moving])
  return (
    <>
      <svg className={styles.ways} aria-hidden="true">
        {spots !== undefined && <path d={waysOf(spots)} />}
      </svg>
      <div ref={layer} className={styles.layer} aria-hidden="true" />
    </>
  )
}

function waysOf({ ends, nodes }: Spots): string {
  const { clients, gateIn } = ends
  const first = `M${Math.round(clients.x)},${Math.round(clients.y)}L${Math.round(gateIn.x)},${Math.round(gateIn.y)}`
  return [first, ...nodes.map((spot) => spokePath(ends, spot))].join('')
}
