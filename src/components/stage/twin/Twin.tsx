/** The stage's twin in tables: the same world for those who don't see the picture, or like it better so. */
import { useAttention, useRevealed, useText, world } from '../../../state/index.ts'
import { isCrowd } from '../../../viz/loop/density.ts'
import { words as actualWords } from '../actual/words.ts'
import { words as controlWords } from '../control/words.ts'
import { words as desiredWords } from '../desired/words.ts'
import type { Workload } from '../desired/workloads.ts'
import { targetId } from '../hands/target.ts'
import { MapTwin } from '../map/MapTwin.tsx'
import { lookWords } from '../words.ts'
import { LongTable } from './LongTable.tsx'
import { Table } from './Table.tsx'
import styles from './Twin.module.css'
import { type Snapshot, useSnapshot } from './useSnapshot.ts'
import { words } from './words.ts'

interface Props {
  /** Shown in the picture's place; else only read out. */
  readonly isShown: boolean
}

interface PartProps {
  readonly snapshot: Snapshot
  readonly isHandy: boolean
  readonly canAct: boolean
}

export function Twin({ isShown }: Props) {
  const say = useText()
  const snapshot = useSnapshot(isShown)
  const hasDesired = useRevealed('desired')
  const hasControl = useRevealed('controllers')
  const hasNodes = useRevealed('nodes')
  const canAct = useRevealed('menus')
  const canSleep = useRevealed('sleep')
  // Of a crowd all can be read, but only what is in sight is there; it is heard as its first rows.
  const isLong = isShown && isCrowd(snapshot.nodeCount, snapshot.podCount)
  const part = { snapshot, isHandy: isShown, canAct }
  return (
    <section
      className={isShown ? styles.twin : `visually-hidden ${styles.heard}`}
      aria-label={say(words.twin)}
    >
      {hasDesired && <Workloads {...part} />}
      {hasControl && <Loops {...part} canAct={canSleep} />}
      {hasNodes && !isLong && <Nodes {...part} />}
      {hasNodes && !isLong && <Pods {...part} />}
      {hasNodes && isLong && (
        <div className={styles.long}>
          <MapTwin />
        </div>
      )}
    </section>
  )
}

/** More are a table of which only the rows in sight are there. */
const mostPlainRows = 24

function Workloads({ snapshot: { workloads, workloadCount }, ...hands }: PartProps) {
  const say = useText()
  const rowOf = ({ slot, name, desired, ready, image, revision, paused, isRolling }: Workload) => ({
    id: targetId.workload(slot),
    name,
    slot,
    cells: [
      desired,
      ready,
      image,
      revision,
      [...(paused ? [desiredWords.paused] : []), ...(isRolling ? [desiredWords.rolling] : [])]
        .map((word) => say(word))
        .join(', '),
    ],
  })
  const columns = [words.wanted, words.ready, words.image, words.revision, words.state]
  const table = { title: words.workloads, columns, ...hands }
  if (workloads.length > mostPlainRows)
    return (
      <LongTable {...table} count={workloads.length} rowAt={(index) => rowOf(workloads[index] as Workload)} />
    )
  return <Table {...table} rows={workloads.map(rowOf)} more={workloadCount - workloads.length} />
}

function Loops({ snapshot: { loops, ...waiting }, ...hands }: PartProps) {
  const say = useText()
  useAttention('loops')
  const rows = loops.map(({ name, asleep, queue, turns }) => ({
    id: targetId.loop(name),
    name,
    slot: 0,
    cells: [say(asleep ? controlWords.asleep : controlWords.awake), queue, turns],
  }))
  return (
    <>
      <Table title={words.loops} columns={[words.state, words.queue, words.turns]} rows={rows} {...hands} />
      <Waiting {...waiting} />
    </>
  )
}

/** What waits in no loop's queue. */
function Waiting({ overdue, left, kubelets }: Pick<Snapshot, 'overdue' | 'left' | 'kubelets'>) {
  const say = useText()
  const told = [
    { words: controlWords.untold, n: overdue },
    { words: actualWords.kubeletsLong, n: kubelets },
    { words: controlWords.toCome, n: left },
  ].filter(({ n }) => n > 0)
  if (told.length === 0) return null
  return (
    <ul className={styles.waiting}>
      {told.map((one) => (
        <li key={one.words.en}>{say(one.words, { n: one.n })}</li>
      ))}
    </ul>
  )
}

function Nodes({ snapshot: { nodes, nodeCount, tick }, ...hands }: PartProps) {
  const say = useText()
  const rows = nodes.map(({ slot, name, zone, ready, cordoned, machine, lastHeard }) => {
    const state = ({ True: 'Ready', False: 'NotReady', Unknown: 'Unknown' } as const)[ready]
    const seconds = lastHeard === undefined ? 0 : Math.floor((tick - lastHeard) / 10)
    return {
      id: targetId.node(slot),
      name,
      slot,
      cells: [
        zone,
        [actualWords[state], ...(cordoned ? [actualWords.cordoned] : [])].map((word) => say(word)).join(', '),
        say(machine === 'on' ? words.on : actualWords[machine]),
        lastHeard === undefined ? '' : say(words.secondsAgo, { s: seconds }),
      ],
    }
  })
  const columns = [words.zone, words.state, words.machine, words.lastHeard]
  return (
    <Table title={words.nodes} columns={columns} rows={rows} more={nodeCount - nodes.length} {...hands} />
  )
}

function Pods({ snapshot: { pods, podCount }, ...hands }: PartProps) {
  const say = useText()
  const hasNames = useRevealed('names')
  const { nodes } = world.getState()
  const rows = pods.map(({ slot, name, node, look, revision, restarts }, index) => ({
    id: targetId.pod(slot),
    name: hasNames ? name : `Pod ${index + 1}`,
    slot,
    cells: [nodes.get(node)?.name ?? say(words.none), say(lookWords[look]), revision, restarts],
  }))
  const columns = [words.node, words.state, words.revision, words.restarts]
  return <Table title={words.pods} columns={columns} rows={rows} more={podCount - pods.length} {...hands} />
}
