/** The engine broke down: what to do, with the recording ready to save. Nothing of it is lost. */
import { go, useSession, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import styles from './CrashPage.module.css'
import { downloadSave } from './downloadSave.ts'
import { words } from './words.ts'

export function CrashPage({ onAgain }: { readonly onAgain: () => void }) {
  const say = useText()
  const crash = useSession((session) => session.crash)
  const save = crash?.save
  return (
    <main className={styles.page}>
      <h1>{say(words.title)}</h1>
      <p>{say(save === undefined ? words.nothingKept : words.kept)}</p>
      <div className={styles.actions}>
        <Button look="primary" onPress={onAgain}>
          {say(words.again)}
        </Button>
        {save !== undefined && <Button onPress={() => downloadSave(save)}>{say(words.save)}</Button>}
        <Button onPress={() => go({ page: 'home' })}>{say(words.home)}</Button>
      </div>
      <details>
        <summary>{say(words.reason)}</summary>
        <pre className={styles.reason}>{crash?.reason}</pre>
      </details>
    </main>
  )
}
