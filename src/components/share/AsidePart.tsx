import { useEffect, useId, useState } from 'react'
import { autosave, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import { downloadText } from '../controls/downloadText.ts'
import styles from './ShareDialog.module.css'
import { words } from './words.ts'

/** The newest recording of the reader's own that could not be opened: it is theirs to take. */
export function AsidePart() {
  const say = useText()
  const heading = useId()
  const [text, setText] = useState<string>()
  useEffect(() => {
    autosave.aside().then(setText)
  }, [])
  if (text === undefined) return null
  const drop = async () => {
    await autosave.dropAside()
    setText(undefined)
  }
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <h3 id={heading}>{say(words.aside)}</h3>
      <p>{say(words.asideMeans)}</p>
      <div className={styles.hands}>
        <Button onPress={() => downloadText('kubeloop-set-aside.json', text)}>{say(words.saveAside)}</Button>
        <Button look="bare" onPress={drop}>
          {say(words.dropAside)}
        </Button>
      </div>
    </section>
  )
}
