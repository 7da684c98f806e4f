/** The name and state of what the pointer is over, or the keyboard is at: beside it, and said aloud for the keyboard. */
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { learnNames, useRevealed, useText, useWorld, world } from '../../../state/index.ts'
import { words as actual } from '../actual/words.ts'
import { lookWords } from '../words.ts'
import styles from './MapLens.module.css'
import { mapStore } from './mapStore.ts'
import { words } from './words.ts'

export function Pointed() {
  const pointed = useStore(mapStore, (state) => state.pointed)
  const lines = useLines(pointed)
  useEffect(() => {
    if (pointed?.kind === 'pod') learnNames([pointed.slot])
  }, [pointed])
  const isKeys = pointed?.by === 'keys'
  return (
    <>
      {pointed !== undefined && lines.length > 0 && (
        <div
          className={styles.pointed}
          style={{ left: pointed.x, top: pointed.y }}
          data-by={pointed.by}
          aria-hidden="true"
        >
          <strong>{lines[0]}</strong>
          {lines.slice(1).map((line) => (
            <span key={line}>{line}</span>
          ))}
        </div>
      )}
      <p className="visually-hidden" aria-live="polite">
        {isKeys ? lines.join(', ') : ''}
      </p>
    </>
  )
}

function useLines(pointed: { kind: 'pod' | 'node'; slot: number } | undefined): readonly string[] {
  const say = useText()
  const hasNames = useRevealed('names')
  // As a text: the same as long as nothing of it changes.
  const told = useWorld(() => (pointed === undefined ? '' : JSON.stringify(linesOf(pointed))))
  return told === '' ? [] : JSON.parse(told)

  function linesOf({ kind, slot }: { kind: 'pod' | 'node'; slot: number }): readonly string[] {
    return kind === 'pod' ? ofPod(slot) : ofNode(slot)
  }

  function ofPod(slot: number): readonly string[] {
    const { pods, nodes } = world.getState()
    const pod = pods.get(slot)
    if (pod === undefined) return []
    const node = nodes.get(pod.node)?.name
    return [
      hasNames && pod.name !== '' ? pod.name : say(words.pod),
      [
        say(lookWords[pod.look]),
        ...(pod.revision > 0 ? [say(actual.revision, { n: pod.revision })] : []),
        ...(pod.restarts > 0 ? [say(actual.restarts, { n: pod.restarts })] : []),
      ].join(' · '),
      node === undefined ? say(words.noNode) : say(words.on, { node }),
    ]
  }

  function ofNode(slot: number): readonly string[] {
    const { pods, nodes, nodeLoads, tick } = world.getState()
    const node = nodes.get(slot)
    if (node === undefined) return []
    const ready = ({ True: 'Ready', False: 'NotReady', Unknown: 'Unknown' } as const)[node.ready]
    const share = node.cpu === 0 ? 0 : Math.round((100 * nodeLoads.cpuOf(slot)) / node.cpu)
    const heard = node.lastHeard === undefined ? [] : [Math.floor((tick - node.lastHeard) / 10)]
    return [
      node.name,
      [
        say(actual[ready]),
        ...(node.cordoned ? [say(actual.cordoned)] : []),
        ...(node.machine === 'on' ? [] : [say(actual[node.machine])]),
        ...heard.map((s) => say(actual.lastHeard, { s })),
      ].join(' · '),
      say(words.counts, pods.countOn(slot)),
      say(words.cpu, { share }),
    ]
  }
}
