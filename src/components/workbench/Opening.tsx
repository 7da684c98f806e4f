/** While a world is being opened: how far it is, where that takes long, and a way out. */
import { useEffect, useState } from 'react'
import { go, useSession, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import { Progress } from '../controls/Progress.tsx'
import styles from './Workbench.module.css'
import { words } from './words.ts'

/** Milliseconds after which one may want to leave. */
const patience = 600

export function Opening() {
  const say = useText()
  const progress = useSession((session) => session.progress)
  const isLong = useIsLong()
  return (
    <main className={styles.opening}>
      <p role="status">{say(words.opening)}</p>
      {progress !== undefined && (
        <>
          <Progress label={say(words.opening)} done={progress.ready} all={progress.desired} />
          <p className={styles.far}>
            {say(words.howFar, {
              ready: progress.ready.toLocaleString('en'),
              desired: progress.desired.toLocaleString('en'),
              s: Math.floor(progress.tick / 10),
            })}
          </p>
        </>
      )}
      {(isLong || progress !== undefined) && (
        <Button onPress={() => go({ page: 'home' })}>{say(words.giveUp)}</Button>
      )}
    </main>
  )
}

function useIsLong(): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return isLong
}
