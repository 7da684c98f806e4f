/** The Traffic lens: who asks, the Service between, and the pods that answer, side by side. */
import { useRef, useState } from 'react'
import { useRevealed, useSession, useText } from '../../../state/index.ts'
import { lensMode } from '../../../viz/traffic/lensMode.ts'
import { Bin } from '../hands/Bin.tsx'
import { useGrip } from '../hands/useGrip.ts'
import { StageBar } from '../StageBar.tsx'
import { fastestMotion } from '../useMoving.ts'
import { useRoom } from '../useRoom.ts'
import { ClientsCard } from './ClientsCard.tsx'
import { Flights } from './Flights.tsx'
import { PodField } from './PodField.tsx'
import { ServiceCard } from './ServiceCard.tsx'
import type { Scene } from './scene.ts'
import styles from './TrafficLens.module.css'
import { TrafficTwin } from './TrafficTwin.tsx'
import { useScene } from './useScene.ts'
import { useSpots } from './useSpots.ts'
import { words } from './words.ts'

export default function TrafficLens() {
  const say = useText()
  const stage = useRef<HTMLElement>(null)
  const room = useRoom(stage)
  const mode = lensMode(room.width)
  const scene = useScene()
  const canAct = useRevealed('menus')
  const { handlers, held, release } = useGrip(() => canAct)
  const [isTable, setTable] = useState(false)
  const isFast = useSession(({ clock }) => clock.playing && clock.speed > fastestMotion)
  const spots = useSpots(stage, mode, `${isTable} ${arrangementOf(scene)}`)
  const isEmpty = scene.service === undefined && scene.load === undefined
  return (
    <section
      {...handlers}
      ref={stage}
      className={styles.lens}
      data-mode={mode}
      data-table={isTable}
      data-holding={held !== undefined}
      aria-label={say(words.stage)}
    >
      <StageBar isTable={isTable} onTable={setTable} />
      <TrafficTwin scene={scene} isShown={isTable} />
      {!isTable && isEmpty && <p className={styles.nothing}>{say(words.noService)}</p>}
      {!isTable && !isEmpty && (
        <>
          <div className={styles.clients}>
            <ClientsCard scene={scene} />
          </div>
          <div className={styles.service}>
            <ServiceCard scene={scene} />
          </div>
          <div className={styles.pods}>
            <PodField scene={scene} mode={mode} />
            {isFast && <p className={styles.note}>{say(words.counters)}</p>}
          </div>
          <Flights spots={spots} />
        </>
      )}
      {held !== undefined && <Bin held={held} onEnd={release} />}
    </section>
  )
}

/** Changes with whatever may move a pod's tile. */
function arrangementOf({ groups, load, service }: Scene): string {
  const tiles = groups.map(({ node, pods }) => `${node?.slot}:${pods.map(({ pod }) => pod.slot).join()}`)
  return `${service?.slot} ${load === undefined} ${tiles.join(' ')}`
}
