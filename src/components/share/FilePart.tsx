import { useId, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { Text } from '../../i18n/index.ts'
import { makeSave, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import { downloadSave } from '../crash/index.ts'
import { openSavedFile } from './openSavedFile.ts'
import styles from './ShareDialog.module.css'
import { closeShare } from './shareStore.ts'
import { words } from './words.ts'

export function FilePart() {
  const say = useText()
  const heading = useId()
  const [refusal, setRefusal] = useState<Text>()
  const take = async (files: FileList | null) => {
    const file = files?.[0]
    if (file === undefined) return
    const why = await openSavedFile(file)
    setRefusal(why)
    if (why === undefined) closeShare({ goOn: false })
  }
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <h3 id={heading}>{say(words.file)}</h3>
      <p>{say(words.fileMeans)}</p>
      <div className={styles.hands}>
        <Button onPress={async () => downloadSave(await makeSave())}>{say(words.save)}</Button>
        <FileTrigger acceptedFileTypes={['.json', '.yaml', '.yml']} onSelect={take}>
          <Button>{say(words.open)}</Button>
        </FileTrigger>
        <span className={styles.quiet}>{say(words.dropHere)}</span>
      </div>
      {refusal !== undefined && (
        <p className={styles.refusal} role="alert">
          {say(refusal)}
        </p>
      )}
    </section>
  )
}
