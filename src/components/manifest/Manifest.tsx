/** Writing a manifest and handing it to kubectl. */
import { useRef } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useStore } from 'zustand'
import { useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import { ScrollBox } from '../controls/ScrollBox.tsx'
import { Editor, type EditorHandle } from './Editor.tsx'
import { complainedLine } from './editing.ts'
import styles from './Manifest.module.css'
import { isTooLong, manifest, type Outcome, send, writeManifest } from './manifestStore.ts'
import { mostKilobytes } from './readFile.ts'
import { samples, textOf } from './samples.ts'
import { takeFile } from './takeFile.ts'
import { words } from './words.ts'

export function Manifest() {
  const say = useText()
  const editor = useRef<EditorHandle>(null)
  const { text, busy, outcome } = useStore(manifest)
  const isEmpty = text.trim() === ''
  const tooLong = isTooLong(text)
  const complained = outcome && complainedLine(outcome.stderr)
  return (
    <div className={styles.room}>
      <div className={styles.manifest}>
        <Samples />
        <Editor
          ref={editor}
          text={text}
          marked={complained}
          onChange={writeManifest}
          onApply={() => send('apply')}
        />
        <div className={styles.below}>
          {outcome !== undefined && (
            <Printed
              outcome={outcome}
              line={complained}
              onGoToLine={(line) => editor.current?.goToLine(line)}
            />
          )}
          {tooLong && <p className={styles.tooLong}>{say(words.tooLong, { most: mostKilobytes })}</p>}
          <div className={styles.hands}>
            <Button look="primary" isDisabled={isEmpty || busy || tooLong} onPress={() => send('apply')}>
              {say(busy ? words.applying : words.apply)}
            </Button>
            <Button isDisabled={isEmpty || busy || tooLong} onPress={() => send('diff')}>
              {say(words.tryOut)}
            </Button>
            <code className={styles.line}>kubectl apply -f -</code>
            <Button look="bare" isDisabled={isEmpty || busy} onPress={() => writeManifest('')}>
              {say(words.clear)}
            </Button>
          </div>
        </div>
      </div>
    </div>
  )
}

function Samples() {
  const say = useText()
  return (
    <section className={styles.samples} aria-label={say(words.samples)}>
      {samples.map((sample) => (
        <Button key={sample.id} onPress={() => writeManifest(textOf(sample, say))}>
          {say(sample.name)}
        </Button>
      ))}
      <FileTrigger
        acceptedFileTypes={['.yaml', '.yml', '.json', 'application/json']}
        onSelect={(files) => {
          const [file] = files ?? []
          if (file !== undefined) takeFile(file)
        }}
      >
        <Button look="bare">{say(words.choose)}</Button>
      </FileTrigger>
    </section>
  )
}

interface PrintedProps {
  readonly outcome: Outcome
  readonly line: number | undefined
  readonly onGoToLine: (line: number) => void
}

/** `kubectl diff` ends with 1 when something differs: only above that it has failed. */
function Printed({ outcome: { exit, stdout, stderr, was }, line, onGoToLine }: PrintedProps) {
  const say = useText()
  const isFailure = was === 'diff' ? exit > 1 : exit !== 0
  return (
    <ScrollBox className={styles.printed} aria-label={say(words.output)} role="status">
      {was === 'diff' && exit === 0 && <p>{say(words.noDifference)}</p>}
      {stdout !== '' && <pre>{stdout}</pre>}
      {isFailure && <p className={styles.error}>× {say(words.error)}</p>}
      {stderr !== '' && <pre className={isFailure ? styles.error : undefined}>{stderr}</pre>}
      {line !== undefined && (
        <Button look="bare" onPress={() => onGoToLine(line)}>
          {say(words.atLine, { line })}
        </Button>
      )}
    </ScrollBox>
  )
}
