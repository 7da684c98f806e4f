import { useId, useRef, useState } from 'react'
import { Input, TextField } from 'react-aria-components'
import { clockText } from '../../i18n/index.ts'
import { useSession, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import { QrPart } from './QrPart.tsx'
import styles from './ShareDialog.module.css'
import { useLink } from './useLink.ts'
import { words } from './words.ts'

/** Beyond this, some programs cut links: the engine makes none. */
const mostCharacters = 2_000

export function LinkPart() {
  const say = useText()
  const tick = useSession(({ clock }) => clock.tick)
  const link = useLink()
  const heading = useId()
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <h3 id={heading}>{say(words.link)}</h3>
      {link.is === 'making' && <p role="status">{say(words.making)}</p>}
      {link.is === 'impossible' && <p role="alert">{say(words.noLink)}</p>}
      {link.is === 'too-long' && (
        <p role="status">
          {say(words.tooLong, {
            length: link.length.toLocaleString('en'),
            most: mostCharacters.toLocaleString('en'),
          })}
        </p>
      )}
      {link.is === 'made' && (
        <>
          <p>{say(words.linkMeans, { time: clockText(tick) })}</p>
          <CopyField url={link.url} />
          <QrPart url={link.url} />
        </>
      )}
    </section>
  )
}

function CopyField({ url }: { readonly url: string }) {
  const say = useText()
  const field = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'copyByHand'>()
  const copy = async () => {
    field.current?.select()
    setOutcome((await copied(url)) ? 'copied' : 'copyByHand')
  }
  return (
    <>
      <div className={styles.copy}>
        <TextField className={styles.field ?? ''} aria-label={say(words.address)} value={url} isReadOnly>
          <Input
            ref={field}
            className={styles.input ?? ''}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        </TextField>
        <Button look="primary" onPress={copy}>
          {say(words.copy)}
        </Button>
      </div>
      <p className={styles.outcome} role="status" data-done={outcome === 'copied' || undefined}>
        {outcome === undefined ? '' : say(words[outcome])}
      </p>
    </>
  )
}

/** Not everywhere: a page from plain http, as in a classroom, has no clipboard. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
