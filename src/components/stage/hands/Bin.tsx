/** The bin: there while something is held over the stage. It says what letting go in it will run. */
import { useEffect, useRef, useState } from 'react'
import { useRevealed, useText } from '../../../state/index.ts'
import styles from './Bin.module.css'
import { doNow, useObstacle } from './doing.ts'
import type { Held } from './useGrip.ts'
import { words } from './words.ts'

interface Props {
  readonly held: Held
  readonly onEnd: () => void
}

export function Bin({ held, onEnd }: Props) {
  const say = useText()
  const bin = useRef<HTMLDivElement>(null)
  const load = useRef<HTMLDivElement>(null)
  const [isOver, setOver] = useState(false)
  const hasNames = useRevealed('names')
  const obstacle = useObstacle()
  const reason = obstacle ?? held.deed.obstacle
  useEffect(() => {
    const isInBin = ({ clientX: x, clientY: y }: PointerEvent) => {
      const box = bin.current?.getBoundingClientRect()
      return box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
    }
    const move = (event: PointerEvent) => {
      if (load.current) load.current.style.transform = `translate(${event.clientX}px, ${event.clientY}px)`
      setOver(isInBin(event))
    }
    const drop = (event: PointerEvent) => {
      if (isInBin(event)) doNow(held.deed, obstacle)
      onEnd()
    }
    const cancel = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      onEnd()
    }
    const abort = new AbortController()
    const { signal } = abort
    window.addEventListener('pointermove', move, { signal })
    window.addEventListener('pointerup', drop, { signal })
    window.addEventListener('pointercancel', onEnd, { signal })
    window.addEventListener('keydown', cancel, { signal, capture: true })
    return () => abort.abort()
  }, [held, obstacle, onEnd])
  const isPod = held.id.startsWith('pod/')
  return (
    <>
      <div ref={bin} className={styles.bin} data-over={isOver} data-refused={reason !== undefined}>
        <BinSign />
        <span>
          {say(words.bin)} · {say(held.deed.label)}
        </span>
        {reason === undefined ? (
          <code className={styles.line}>{held.deed.line}</code>
        ) : (
          <span>{say(reason)}</span>
        )}
        <span className={styles.escape}>{say(words.binEscape)}</span>
      </div>
      <div ref={load} className={styles.load} style={{ transform: `translate(${held.x}px, ${held.y}px)` }}>
        {isPod && !hasNames ? 'Pod' : held.name}
      </div>
    </>
  )
}

function BinSign() {
  return (
    <svg
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      aria-hidden="true"
    >
      <path
        d="M4 6h12M8 6V4h4v2M5.5 6l.8 10.5h7.4L14.5 6M8.5 9v4.5M11.5 9v4.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
