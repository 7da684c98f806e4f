import { useEffect } from 'react'
import { dismissNotice, useSession, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import styles from './Workbench.module.css'
import { words } from './words.ts'

const shownFor = 8000

/** A short message over the stage: why something was refused, what was undone. It goes by itself. */
export function Notice() {
  const say = useText()
  const notice = useSession((session) => session.notice)
  useEffect(() => {
    if (notice === undefined) return
    const timer = setTimeout(dismissNotice, shownFor)
    return () => clearTimeout(timer)
  }, [notice])
  return (
    <div className={styles.noticePlace} role="status" aria-live="polite">
      {notice !== undefined && (
        <div className={styles.notice} data-tone={notice.tone} key={notice.number}>
          <p>{say(notice.text)}</p>
          <Button look="bare" aria-label={say(words.dismiss)} onPress={dismissNotice}>
            ×
          </Button>
        </div>
      )}
    </div>
  )
}
