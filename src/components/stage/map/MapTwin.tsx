/** The map in tables: all nodes with their pods counted, and the pods of the one that is chosen. Any number of either. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import {
  learnNames,
  select,
  useCalmWorld,
  useRevealed,
  useText,
  useWorld,
  type World,
} from '../../../state/index.ts'
import type { RowRange } from '../../../viz/table/rows.ts'
import { VirtualTable } from '../../controls/VirtualTable.tsx'
import { inOrder } from '../actual/crowd.ts'
import { words as actual } from '../actual/words.ts'
import { words as twin } from '../twin/words.ts'
import { lookWords } from '../words.ts'
import styles from './MapTwin.module.css'
import { words } from './words.ts'

const isSame = (a: World, b: World) => a.nodes === b.nodes && a.podsVersion === b.podsVersion

/** `homeless`: those without a node. */
const homeless = 0

export function MapTwin() {
  const now = useCalmWorld(isSame)
  const nodes = useMemo(() => inOrder(now.nodes.values()), [now])
  const [chosen, choose] = useState<number>()
  const node = chosen ?? (now.pods.countOn(homeless).pods > 0 ? homeless : (nodes[0]?.slot ?? homeless))
  return (
    <div className={styles.twin}>
      <Nodes now={now} nodes={nodes} onChoose={choose} />
      <Pods now={now} node={node} />
    </div>
  )
}

interface NodesProps {
  readonly now: World
  readonly nodes: ReturnType<typeof inOrder>
  readonly onChoose: (node: number) => void
}

function Nodes({ now, nodes, onChoose }: NodesProps) {
  const say = useText()
  const hasTray = now.pods.countOn(homeless).pods > 0
  const open = (slot: number) => {
    onChoose(slot)
    if (slot !== homeless) select(slot)
  }
  const podsOf = (slot: number) => {
    const { pods, ready } = now.pods.countOn(slot)
    return pods === ready ? String(pods) : `${ready}/${pods}`
  }
  const rowAt = (index: number) => {
    const node = nodes[hasTray ? index - 1 : index]
    if (node === undefined) {
      const name = (
        <button type="button" onClick={() => open(homeless)}>
          {say(words.noNode)}
        </button>
      )
      return { key: homeless, cells: [name, '', '', '', podsOf(homeless), ''] }
    }
    const { slot, name, zone, ready, cordoned, machine, cpu } = node
    const state = ({ True: 'Ready', False: 'NotReady', Unknown: 'Unknown' } as const)[ready]
    const states = [actual[state], ...(cordoned ? [actual.cordoned] : [])].map((word) => say(word)).join(', ')
    const share = cpu === 0 ? 0 : Math.round((100 * now.nodeLoads.cpuOf(slot)) / cpu)
    const button = (
      <button type="button" onClick={() => open(slot)}>
        {name}
      </button>
    )
    const machineWord = say(machine === 'on' ? twin.on : actual[machine])
    return { key: slot, cells: [button, zone, states, machineWord, podsOf(slot), `${share} %`] }
  }
  return (
    <VirtualTable
      title={say(twin.nodes)}
      columns={[twin.name, twin.zone, twin.state, twin.machine, words.podsUnit, words.cpuShort].map((word) =>
        say(word),
      )}
      tracks="minmax(7rem, 2fr) minmax(4rem, 1fr) minmax(5rem, 1.2fr) minmax(4rem, 1fr) minmax(4.5rem, 1fr) 3.75rem"
      count={nodes.length + Number(hasTray)}
      rowAt={rowAt}
    />
  )
}

function Pods({ now, node }: { readonly now: World; readonly node: number }) {
  const say = useText()
  const hasNames = useRevealed('names')
  // Names that were asked for come by and by.
  useWorld((world) => world.namesVersion)
  const slots = useMemo(() => now.pods.slotsOn(node), [now, node])
  const [seen, setSeen] = useState<RowRange>({ first: 0, end: 0 })
  const onSeen = useCallback((range: RowRange) => setSeen(range), [])
  useEffect(() => {
    if (hasNames) learnNames(slots.slice(seen.first, seen.end))
  }, [slots, seen, hasNames])
  const rowAt = (index: number) => {
    const slot = slots[index] ?? 0
    const pod = now.pods.get(slot)
    const name = hasNames && pod !== undefined && pod.name !== '' ? pod.name : `Pod ${index + 1}`
    const button = (
      <button type="button" onClick={() => select(slot)}>
        {name}
      </button>
    )
    const cells = pod === undefined ? [] : [say(lookWords[pod.look]), pod.revision, pod.restarts]
    return { key: slot, cells: [button, ...cells] }
  }
  const where = now.nodes.get(node)?.name ?? say(words.noNode)
  return (
    <VirtualTable
      title={`${say(twin.pods)}: ${where}`}
      columns={[twin.name, twin.state, twin.revision, twin.restarts].map((word) => say(word))}
      tracks="minmax(8.5rem, 3fr) minmax(5rem, 1.2fr) minmax(4.75rem, 0.7fr) minmax(4.5rem, 0.8fr)"
      count={slots.length}
      rowAt={rowAt}
      onSeen={onSeen}
    />
  )
}
