/** The Traffic lens in tables: who asks what, what came of it, pod by pod. */
import { type RequestFate, useRevealed, useText } from '../../../state/index.ts'
import { targetId } from '../hands/target.ts'
import { Table } from '../twin/Table.tsx'
import twin from '../twin/Twin.module.css'
import { words as twinWords } from '../twin/words.ts'
import { lookWords } from '../words.ts'
import { causeWords } from './causeWords.ts'
import { countText, millisText, percentText } from './figures.ts'
import type { Scene } from './scene.ts'
import { tableWords as columns } from './tableWords.ts'
import { words } from './words.ts'

interface Props {
  readonly scene: Scene
  /** Shown in the picture's place; else only read out. */
  readonly isShown: boolean
}

/** What is only heard stays short. */
const mostHeard = 60

export function TrafficTwin({ scene, isShown }: Props) {
  const say = useText()
  return (
    <section className={isShown ? twin.twin : 'visually-hidden'} aria-label={say(columns.twin)}>
      <Loads scene={scene} />
      <FailureTable scene={scene} />
      <PodTable scene={scene} isShown={isShown} />
    </section>
  )
}

function Loads({ scene: { load, service } }: Pick<Props, 'scene'>) {
  if (load === undefined) return null
  const { utilisation } = load
  const row = {
    id: `service/${load.service}`,
    name: service?.name ?? load.target,
    slot: load.service,
    cells: [
      countText(load.stopped ? 0 : (load.users ?? load.asked ?? 0)),
      countText(load.rps - load.failedPerSecond),
      countText(load.failedPerSecond),
      millisText(load.p50),
      millisText(load.p95),
      millisText(load.p99),
      load.inFlight,
      load.endpoints,
      utilisation === undefined ? '–' : percentText(utilisation),
    ],
  }
  const asked = load.users === undefined ? columns.asked : columns.users
  return (
    <Table
      title={columns.service}
      columns={[
        asked,
        columns.answered,
        columns.failed,
        columns.p50,
        columns.p95,
        columns.p99,
        columns.inFlight,
        columns.endpoints,
        columns.busy,
      ]}
      rows={[row]}
      isHandy={false}
      canAct={false}
    />
  )
}

function FailureTable({ scene: { load } }: Pick<Props, 'scene'>) {
  const say = useText()
  const failures = Object.entries(load?.failures ?? {}) as [RequestFate, number][]
  if (failures.length === 0) return null
  const rows = failures.map(([cause, count]) => ({
    id: `cause/${cause}`,
    name: say(causeWords[cause].name),
    slot: 0,
    cells: [count, say(causeWords[cause].told)],
  }))
  return (
    <Table
      title={words.failures}
      columns={[columns.count, columns.meaning]}
      rows={rows}
      isHandy={false}
      canAct={false}
    />
  )
}

function PodTable({ scene: { groups }, isShown }: Props) {
  const say = useText()
  const canAct = useRevealed('menus')
  const hasNames = useRevealed('names')
  const all = groups.flatMap(({ node, pods }) => pods.map((busy) => ({ node, ...busy })))
  if (all.length === 0) return null
  const shown = isShown ? all : all.slice(0, mostHeard)
  const rows = shown.map(({ node, pod, load }, index) => ({
    id: targetId.pod(pod.slot),
    name: hasNames ? pod.name : `Pod ${index + 1}`,
    slot: pod.slot,
    cells: [
      node?.name ?? say(twinWords.none),
      say(lookWords[pod.look]),
      pod.revision,
      say(load.isEndpoint ? columns.yes : columns.no),
      countText(load.rps),
      load.inFlight,
      millisText(load.p95),
      countText(load.failedPerSecond),
    ],
  }))
  return (
    <Table
      title={words.pods}
      columns={[
        twinWords.node,
        twinWords.state,
        twinWords.revision,
        columns.isEndpoint,
        columns.rps,
        columns.inFlight,
        columns.p95,
        columns.failed,
      ]}
      rows={rows}
      more={all.length - shown.length}
      isHandy={isShown}
      canAct={canAct}
    />
  )
}
