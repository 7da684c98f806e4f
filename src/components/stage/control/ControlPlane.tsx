/** Who closes the gap: the API server in the middle of all, and a ring for each control loop. */
import { useMemo, useState } from 'react'
import {
  type LoopCard,
  useAttention,
  useRevealed,
  useSession,
  useText,
  useWorld,
} from '../../../state/index.ts'
import { ringRoom, type StageMode } from '../../../viz/loop/stageMode.ts'
import { targetId } from '../hands/target.ts'
import { useRoving } from '../hands/useRoving.ts'
import stage from '../Stage.module.css'
import { ApiServer } from './ApiServer.tsx'
import styles from './ControlPlane.module.css'
import { LoopRing } from './LoopRing.tsx'
import { inOrderOfInterest, isOfControlPlane, unfolded } from './loops.ts'
import { words } from './words.ts'

interface Props {
  readonly mode: StageMode
  /** Of the stage, in design units. */
  readonly height: number
}

const rowRoom = { count: 3, isDense: false }

export function ControlPlane({ mode, height }: Props) {
  const say = useText()
  useAttention('loops')
  const all = useWorld((world) => world.loops)
  const [isOpen, setOpen] = useState(false)
  const loops = useMemo(() => inOrderOfInterest(all.filter(isOfControlPlane)), [all])
  const step = useSession(({ opened, guide }) => guide && opened.scenario?.steps[guide.step])
  const { count, isDense } = mode === 'wide' ? ringRoom(height) : rowRoom
  const first = useMemo(() => unfolded(loops, count, step), [loops, count, step])
  const shown = isOpen ? loops : first
  const canAct = useRevealed('sleep')
  const ids = useMemo(() => [targetId.apiServer, ...shown.map(({ name }) => targetId.loop(name))], [shown])
  const { group, stop } = useRoving<HTMLDivElement>(ids, canAct)
  return (
    <>
      <div className={stage.heading}>
        <h2 className={stage.headingText}>{say(words.controlPlane)}</h2>
      </div>
      <div {...group} className={styles.column} data-mode={mode} data-dense={isDense}>
        <ApiServer canAct={canAct} isStop={stop === targetId.apiServer} />
        <div className={styles.rings}>
          {shown.map((loop) => (
            <LoopRing
              key={loop.name}
              loop={loop}
              size="large"
              canAct={canAct}
              isStop={stop === targetId.loop(loop.name)}
            />
          ))}
        </div>
        {loops.length > first.length && (
          <Folded
            loops={loops.filter((loop) => !shown.includes(loop))}
            isOpen={isOpen}
            onToggle={() => setOpen(!isOpen)}
          />
        )}
      </div>
    </>
  )
}

interface FoldedProps {
  readonly loops: readonly LoopCard[]
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function Folded({ loops, isOpen, onToggle }: FoldedProps) {
  const say = useText()
  return (
    <button type="button" className={styles.folded} aria-expanded={isOpen} onClick={onToggle}>
      <span className={styles.small}>
        {loops.map((loop) => (
          <LoopRing key={loop.name} loop={loop} size="small" />
        ))}
      </span>
      {isOpen ? say(words.fewer) : say(words.more, { n: loops.length })}
    </button>
  )
}
