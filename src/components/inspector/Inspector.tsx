/** Everything about the selected object: what it is, and why. */
import { useEffect } from 'react'
import {
  changeSettings,
  pause,
  session,
  settings,
  useSession,
  useSettings,
  useText,
} from '../../state/index.ts'
import { Toggle } from '../controls/Toggle.tsx'
import styles from './Inspector.module.css'
import { Subject } from './Subject.tsx'
import { words } from './words.ts'

export function Inspector() {
  usePauseToInspect()
  const inspection = useSession((state) => state.inspection)
  return inspection === undefined ? <Nothing /> : <Subject inspection={inspection} />
}

/** Whoever asked for it finds the world at rest when they begin to look. */
function usePauseToInspect(): void {
  const isOpen = useSession(({ selected }) => selected !== 0)
  useEffect(() => {
    if (isOpen && settings.getState().pauseToInspect && session.getState().clock.playing) pause()
  }, [isOpen])
}

function Nothing() {
  const say = useText()
  const isOn = useSettings(({ pauseToInspect }) => pauseToInspect)
  return (
    <div className={styles.nothing}>
      <p>{say(words.empty)}</p>
      <Toggle isSelected={isOn} onChange={(pauseToInspect) => changeSettings({ pauseToInspect })}>
        {say(words.pauseToInspect)}
      </Toggle>
    </div>
  )
}
