/** Who closes the gap: the API server in the middle of all, and a ring for each control loop. */
import { useState } from 'react'
import { type LoopCard, useText, useWorld } from '../../../state/index.ts'
import { ringsThatFit, type StageMode } from '../../../viz/loop/stageMode.ts'
import stage from '../Stage.module.css'
import { ApiServer } from './ApiServer.tsx'
import styles from './ControlPlane.module.css'
import { LoopRing } from './LoopRing.tsx'
import { inOrderOfInterest, isOfControlPlane } from './loops.ts'
import { words } from './words.ts'

interface Props {
  readonly mode: StageMode
  /** Of the stage, in design units. */
  readonly height: number
}

const ringsInRow = 3

export function ControlPlane({ mode, height }: Props) {
  const say = useText()
  const all = useWorld((world) => world.loops)
  const [isOpen, setOpen] = useState(false)
  const loops = inOrderOfInterest(all.filter(isOfControlPlane))
  const room = mode === 'wide' ? ringsThatFit(height) : ringsInRow
  const shown = isOpen ? loops.length : room
  return (
    <>
      <div className={stage.heading}>
        <h2 className={stage.headingText}>{say(words.controlPlane)}</h2>
      </div>
      <div className={styles.column} data-mode={mode}>
        <ApiServer />
        <div className={styles.rings}>
          {loops.slice(0, shown).map((loop) => (
            <LoopRing key={loop.name} loop={loop} size="large" />
          ))}
        </div>
        {loops.length > room && (
          <Folded loops={loops.slice(shown)} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
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
